package org.ehcexchange.documents;

import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.documents.PartFiles.Growing;
import org.ehcexchange.documents.PartRows.Row;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Parts as growing files, with what was announced of each in the database.
///
/// How much is here is how long the file is: a file says so after any crash, and the hash of the
/// whole says whether it was right.
@Component
class FileParts implements Parts {

    private final PartFiles files;
    private final PartRows rows;
    private final Announcements announcements;
    private final Adoption adoption;
    private final DocumentsSettings settings;
    private final InstantSource clock;

    FileParts(
            DocumentsSettings settings,
            PartRows rows,
            Announcements announcements,
            Adoption adoption,
            InstantSource clock)
            throws IOException {
        this.settings = settings;
        this.files = new PartFiles(settings.folder());
        this.rows = rows;
        this.announcements = announcements;
        this.adoption = adoption;
        this.clock = clock;
    }

    @Override
    public Announcing announce(OrganisationCode owner, List<Announced> parts) {
        return announcements.note(owner, parts, this::held);
    }

    @Override
    public Adopting adopt(OrganisationCode owner, List<DocumentReference> documents) {
        return adoption.adopt(
                new Adoption.Pushed(owner, sha256 -> files.path(owner.value(), sha256)), documents);
    }

    @Override
    public Optional<Held> find(OrganisationCode owner, String sha256) {
        return rows.find(owner, sha256).map(this::held);
    }

    private Held held(Row row) {
        try {
            Announced part = row.part();
            long size = row.whole() ? part.size() : files.size(row.owner(), part.sha256());
            // More than was announced is of an announcement that was taken back.
            long here = size > part.size() ? 0 : size;
            return new Held(part.sha256(), part.size(), part.mediaType(), here, row.whole());
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    @Override
    public Appending append(OrganisationCode owner, String sha256, long offset, InputStream bytes) {
        Optional<Row> row = rows.find(owner, sha256);
        return row.isEmpty() ? new Appending.Unknown() : append(row.get(), offset, bytes);
    }

    private Appending append(Row row, long offset, InputStream bytes) {
        if (row.whole()) {
            return new Appending.WrongOffset(held(row));
        }
        try {
            Optional<Growing> growing = files.open(row.owner(), row.part().sha256());
            return growing.isEmpty()
                    ? new Appending.Busy()
                    : append(row, offset, bytes, growing.get());
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private Appending append(Row row, long offset, InputStream bytes, Growing growing)
            throws IOException {
        try (growing) {
            if (growing.size() > row.part().size()) {
                growing.cutTo(0);
            }
            if (growing.size() != offset) {
                return new Appending.WrongOffset(held(row));
            }
            Growth growth = Growth.add(bytes, growing, row.part().size());
            if (growth.tooLong()) {
                return new Appending.TooLong(held(row));
            }
            boolean full = growing.size() == row.part().size();
            return full ? finish(row, growing) : touched(row, false);
        }
    }

    private Appending touched(Row row, boolean whole) {
        OrganisationCode owner = new OrganisationCode(row.owner());
        rows.touch(owner, row.part().sha256(), whole, clock.instant());
        return new Appending.Grown(held(new Row(row.owner(), row.part(), whole)));
    }

    private Appending finish(Row row, Growing growing) throws IOException {
        Optional<Documents.Storing.Refused> wrong = check(row, growing.file());
        if (wrong.isEmpty()) {
            return touched(row, true);
        }
        growing.throwAway();
        var unused = touched(row, false);
        return new Appending.Mismatch(wrong.get().problem(), wrong.get().violations());
    }

    private Optional<Documents.Storing.Refused> check(Row row, Path file) throws IOException {
        Announced part = row.part();
        Documents.New announced =
                new Documents.New(
                        new OrganisationCode(row.owner()), "", part.mediaType(), part.sha256());
        return Refusals.check(announced, Copying.sha256(file), TypeOfBytes.of(file), settings);
    }

    /// Throws away what neither grew nor was named for too long.
    void sweep(Row row) {
        try (Growing growing = files.open(row.owner(), row.part().sha256()).orElse(null)) {
            if (growing != null) {
                growing.throwAway();
                rows.remove(new OrganisationCode(row.owner()), row.part().sha256());
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static UncheckedIOException unusable(IOException e) {
        return new UncheckedIOException(
                "A part could not be kept; is the disk of exchange.documents.folder full or"
                        + " read-only?",
                e);
    }
}
