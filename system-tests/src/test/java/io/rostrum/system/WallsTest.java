package io.rostrum.system;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** The walls between those who talk by documents: doors, rooms, strangers; docs/architecture.md. */
@AnalyzeClasses(packages = "io.rostrum", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
    private static final String LOAD = "io.rostrum.load..";
    private static final String BENCHMARK = "io.rostrum.benchmark..";
    private static final String SIGNAL = "io.rostrum.center.signal..";
    private static final String ROOM = "io.rostrum.center.room..";

    /** Reached by the proxy: how to find it, what it takes and what it answers. */
    private static final Set<String> SEEN_OF_A_ROOM =
            Set.of(
                    "io.rostrum.center.room.RoomProxy",
                    "io.rostrum.center.room.Rooms",
                    "io.rostrum.center.room.Client",
                    "io.rostrum.center.room.Circular",
                    "io.rostrum.center.room.Refusal",
                    // a record, what the proxy answers an encoder; the room itself stays unseen
                    "io.rostrum.center.room.Room$Entered");

    /** Doors and files: they speak JSON with strangers, or with the server after a restart. */
    private static final String[] JSON_PACKAGES = {
        "io.rostrum.http..",
        "io.rostrum.protocol.json..",
        "io.rostrum.center.account..",
        "io.rostrum.center.admin..",
        "io.rostrum.center.program..",
        "io.rostrum.streaming.access..",
        "io.rostrum.streaming.announce..",
        "io.rostrum.streaming.captions..",
        "io.rostrum.streaming.directory..",
        "io.rostrum.streaming.guard..",
        "io.rostrum.streaming.guide..",
        "io.rostrum.streaming.http..",
        "io.rostrum.streaming.ingest..",
        "io.rostrum.streaming.layer..",
        "io.rostrum.streaming.owner..",
        "io.rostrum.streaming.playback..",
        "io.rostrum.streaming.timeline..",
        "io.rostrum.streaming.vault..",
        "io.rostrum.load",
        "io.rostrum.load.peer..",
    };

    /** Where one class of a package does it, the others do not. */
    private static final Set<String> JSON_CLASSES =
            Set.of(
                    "io.rostrum.net.WarmUp", // has the classes loaded before somebody waits
                    "io.rostrum.center.air.OnAirMarks", // a file
                    "io.rostrum.streaming.admin.AdminDoor", // /health
                    "io.rostrum.streaming.main.Front", // an event with nothing in it
                    "io.rostrum.streaming.packager.Properties", // a part of the session's file
                    "io.rostrum.streaming.share.OembedDoor", // oEmbed is JSON
                    "io.rostrum.benchmark.Recording", // reads the directory as a stranger does
                    "io.rostrum.benchmark.Rewatching"); // does so too

    @ArchTest
    static final ArchRule benchmarksKnowTheServersByTheirDoorsOnly =
            noClasses()
                    .that()
                    .resideInAnyPackage(LOAD, BENCHMARK)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.rostrum.center..",
                            "io.rostrum.protocol.json..",
                            "io.rostrum.streaming..",
                            "io.rostrum.net..",
                            "io.rostrum.http..",
                            "io.rostrum.gate..",
                            "io.rostrum.token..",
                            "io.rostrum.disk..");

    @ArchTest
    static final ArchRule syntheticPeopleAreWrittenAgainstTheDocument =
            noClasses()
                    .that()
                    .resideInAPackage(LOAD)
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("io.rostrum..")
                                    .and(
                                            not(
                                                    resideInAnyPackage(
                                                            LOAD,
                                                            "io.rostrum.media..",
                                                            "io.rostrum.protocol.cmaf..",
                                                            "io.rostrum.protocol.feed.."))))
                    .because("docs/protocol.md must suffice: decision 004");

    @ArchTest
    static final ArchRule nobodyKnowsTheBenchmarks =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(LOAD, BENCHMARK, "io.rostrum.system..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(LOAD, BENCHMARK);

    @ArchTest
    static final ArchRule signalKnowsOnlyTheProxyOfARoom =
            noClasses()
                    .that()
                    .resideInAPackage(SIGNAL)
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage(ROOM)
                                    .and(
                                            describe(
                                                    "are not the proxy's",
                                                    each ->
                                                            !SEEN_OF_A_ROOM.contains(
                                                                    each.getName()))));

    @ArchTest
    static final ArchRule signalKnowsNothingBehindARoom =
            noClasses()
                    .that()
                    .resideInAPackage(SIGNAL)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.rostrum.center.peer..",
                            "io.rostrum.center.air..",
                            "io.rostrum.center.program..",
                            "io.rostrum.center.admin..",
                            "io.rostrum.media..");

    @ArchTest
    static final ArchRule jsonIsReadAndWrittenAtTheDoorsAndInFiles =
            noClasses()
                    .that(
                            not(resideInAnyPackage(JSON_PACKAGES))
                                    .and(not(oneOf(JSON_CLASSES)))
                                    .and(
                                            not(
                                                    resideInAnyPackage(
                                                            "io.rostrum.testing..",
                                                            "io.rostrum.system.."))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.vertx.core.json..", "com.fasterxml.jackson..");

    /** Behind a proxy that is the proxy: whoever counts, limits or logs asks the gate. */
    @ArchTest
    static final ArchRule onlyTheGateKnowsWhoIsAtTheOtherEnd =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "io.rostrum.center..", "io.rostrum.streaming..", "io.rostrum.http..")
                    .should()
                    .callMethodWhere(
                            describe(
                                    "reads the address at the other end of a connection",
                                    call ->
                                            call.getName().equals("remoteAddress")
                                                    && call.getTargetOwner()
                                                            .getPackageName()
                                                            .startsWith("io.vertx.")));

    private static DescribedPredicate<JavaClass> oneOf(Set<String> names) {
        return describe(
                "one of " + names, each -> names.contains(each.getName().replaceAll("\\$.*", "")));
    }
}
