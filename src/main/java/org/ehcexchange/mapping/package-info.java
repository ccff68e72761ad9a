/// Runs the JSONata files under `mappings/`, with their code tables, on plain trees.
///
/// One file per agency, message and direction: `mappings/<agency>/<message>.<to|from>.jsonata`,
/// with
/// code tables in `codes/<table>.csv` and example pairs in
/// `examples/<message>.<to|from>.<case>/`. Each file opens with a comment that says what it was
/// written against:
///
/// ```
/// /*
///  * profile:   EHC advice XML 1.0 (mappings/education/ehc-advice.xsd)
///  * message:   advice-request
///  * direction: to
///  * drops:
///  *   /child/postcode  the format has no place for it
///  */
/// ```
///
/// **Nothing is lost silently.** A field of the input that the expression never reads is a
/// violation, in both directions, unless the header names it: under `drops:` in a `to` file (a
/// canonical field the format cannot carry), under `ignores:` in a `from` file (a field of the
/// format that says nothing to the canonical model). Each line is a JSON pointer, in which `+`
/// stands for any name or index, and the reason. An object that is copied whole, or walked with a
/// wildcard, counts as read. A null is an absent field.
///
/// **Names an expression has** beyond JSONata's own:
///
/// | name | meaning |
/// | --- | --- |
/// | `$context` | the facts that the source does not carry |
/// | `$code(table, value [, pointer])` | canonical word => wire word |
/// | `$canonical(table, value [, pointer])` | wire word => canonical word |
/// | `$refuse(pointer, problem, remedy)` | refuses the input; every refusal of a run is reported |
/// | `$uuid(name)` | a UUID of version 5 in the namespace of the message id: the same on every run
/// |
///
/// An agency may have a `shared.jsonata`: definitions, each ended by a semicolon, that come before
/// each of its expressions.
///
/// An absent value given to `$code` or `$canonical` stays absent; one that is not in the table is a
/// violation that names the table and the words it allows.
@NullMarked
@ApplicationModule(allowedDependencies = {"canonical"})
package org.ehcexchange.mapping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
