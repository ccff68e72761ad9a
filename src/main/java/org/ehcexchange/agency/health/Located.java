package org.ehcexchange.agency.health;

import org.hl7.fhir.r4.model.Resource;

/// A resource of a Bundle and where it stands.
///
/// @param path FHIRPath, such as `Bundle.entry[2].resource`
/// @param fullUrl empty when its entry has none
record Located<T extends Resource>(String path, String fullUrl, T resource) {

    String at(String below) {
        return path + "." + below;
    }
}
