package tw.xuhang.watch;

import tw.xuhang.directory.Directory;

/** The office's eyes without their threads. */
public final class Glance {

    private Glance() {}

    /** Every line and every service, once. */
    public static void at(Directory office, LineWatching lines, ServiceWatching services) throws InterruptedException {
        for (var line : office.uplinks()) {
            lines.look(line);
        }
        for (var service : office.services()) {
            services.look(service);
        }
    }
}
