/// The education channel: XML with Common Basic Data Set names, over SFTP and HTTP.
@NullMarked
package org.ehcexchange.agency.education;

import org.jspecify.annotations.NullMarked;
