/// Who stands for whom: the bodies of the record that were closed, who took over from them, and
/// in whose name a case is on record.
///
/// The record keeps who took part at the time; who may read and answer follows the directory of
/// the day. It is asked everywhere and asks nobody but the directory.
@NullMarked
@NamedInterface
package org.ehcexchange.ledger.succession;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
