package org.ehcexchange.simulator;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/// The keys by which the demo's two exchanges know each other, made once in a folder that both
/// read.
///
/// Only the demo may do so: anywhere else each exchange makes its own, and people compare
/// thumbprints.
record DemoKeys(Path folder) {

    static DemoKeys in(Path folder) {
        try {
            return new DemoKeys(Files.createDirectories(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the demo's folder " + folder, e);
        }
    }

    /// Where an authority's private key is.
    Path file(String code) {
        return folder.resolve(code.replace(':', '-') + ".jwk");
    }

    ECKey key(String code) {
        try {
            makeUnlessThere(file(code));
            return ECKey.parse(Files.readString(file(code)));
        } catch (IOException | ParseException | JOSEException e) {
            throw new IllegalStateException(
                    "the demo's key cannot be read: delete %s and start again"
                            .formatted(file(code)),
                    e);
        }
    }

    /// Written beside its place and moved there whole: two exchanges may start at once.
    private void makeUnlessThere(Path file) throws IOException, JOSEException {
        if (Files.exists(file)) {
            return;
        }
        Path fresh = Files.createTempFile(folder, "key", ".tmp");
        try {
            Files.writeString(fresh, new ECKeyGenerator(Curve.P_256).generate().toJSONString());
            Files.move(fresh, file);
        } catch (FileAlreadyExistsException otherWasFirst) {
            // Its key is as good as this one.
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
