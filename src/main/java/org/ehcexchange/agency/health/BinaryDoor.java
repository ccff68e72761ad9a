package org.ehcexchange.agency.health;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;

import java.io.IOException;

/// `/fhir/Binary`: a servlet of its own, because the FHIR library holds a resource whole in memory.
final class BinaryDoor extends HttpServlet {

    private final transient ObjectProvider<BinaryDesk> desk;

    /// @param desk asked for at the first call: servlets are made before all else
    BinaryDoor(ObjectProvider<BinaryDesk> desk) {
        this.desk = desk;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        desk.getObject().give(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        desk.getObject().take(request, response);
    }
}
