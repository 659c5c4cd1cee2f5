package io.rostrum.streaming.guide;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Uid;
import biweekly.util.Duration;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** What comes, for people's calendars (RFC 5545, RFC 7986). */
final class CalendarOfPrograms {
    static final String TYPE = "text/calendar; charset=utf-8";

    private CalendarOfPrograms() {}

    static String write(String base, List<Slot> slots) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Rostrum//What comes//EN");
        calendar.addName("Rostrum");
        calendar.setUrl(base + "/");
        calendar.setRefreshInterval(Duration.builder().hours(1).build());
        String site = URI.create(base).getHost();
        slots.forEach(slot -> calendar.addEvent(event(slot, site)));
        return Biweekly.write(calendar).go();
    }

    private static VEvent event(Slot slot, String site) {
        VEvent event = new VEvent();
        event.setUid(new Uid(slot.id() + "@" + site));
        event.setDateTimeStamp(date(slot.changedAt()));
        event.setSequence(slot.changes());
        event.setDateStart(date(slot.from()), true);
        event.setDateEnd(date(slot.until()), true);
        event.setSummary(slot.name());
        if (!slot.description().isEmpty()) {
            event.setDescription(slot.description());
        }
        event.setUrl(slot.page());
        return event;
    }

    private static Date date(Instant at) {
        return Date.from(at);
    }
}
