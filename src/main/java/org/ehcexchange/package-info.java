/// EHC Exchange: one door between a council and the bodies that advise on, provide for and inherit
/// a child's education, health and care plan.
@NullMarked
package org.ehcexchange;

import org.jspecify.annotations.NullMarked;
