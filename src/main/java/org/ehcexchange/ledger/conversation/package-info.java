/// A conversation and its messages as they are recorded: the states, the moves, the rows, and the
/// gate that is asked before anything is written and again whenever it is read.
///
/// For every kind of conversation alike. What is special to one kind is in `advice`, `transfer`
/// and `commissioner`, which use this and not each other.
@NullMarked
package org.ehcexchange.ledger.conversation;

import org.jspecify.annotations.NullMarked;
