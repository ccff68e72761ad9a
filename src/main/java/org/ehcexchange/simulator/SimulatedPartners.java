package org.ehcexchange.simulator;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.util.concurrent.atomic.AtomicBoolean;

/// Opens the pretend partners' doors before the exchange sends anything, and closes them last.
@Component
@Profile("demo & !" + SouthmereExchange.PROFILE)
class SimulatedPartners implements SmartLifecycle {

    private final AtomicBoolean running = new AtomicBoolean();
    private final HttpService trust;
    private final HttpService socialCare;
    private final SchoolServer school;

    SimulatedPartners(
            SimulatorSettings settings, Trust trust, SocialCare socialCare, School school) {
        this.socialCare =
                new HttpService(settings.httpPort()).on("/ssd/messages", socialCare::receive);
        this.school = school.server();
        this.trust =
                new HttpService(settings.fhirPort()).on("/fhir/$process-message", trust::receive);
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void start() {
        school.start();
        trust.start();
        socialCare.start();
        running.set(true);
    }

    @Override
    public void stop() {
        socialCare.stop();
        trust.stop();
        school.stop();
        running.set(false);
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }
}
