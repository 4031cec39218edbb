package tw.xuhang.wiring;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import tw.xuhang.database.Pools;
import tw.xuhang.directory.Directory;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.Journal;
import tw.xuhang.evidence.store.Reaction;
import tw.xuhang.evidence.store.ReadModel;
import tw.xuhang.execution.Engine;
import tw.xuhang.incident.IncidentEntry;
import tw.xuhang.incident.IncidentIndex;
import tw.xuhang.incident.Incidents;
import tw.xuhang.incident.store.CountedNumbers;
import tw.xuhang.incident.store.IncidentFacts;
import tw.xuhang.incident.store.IncidentModel;
import tw.xuhang.incident.store.IncidentRows;
import tw.xuhang.incident.store.StoredIndex;
import tw.xuhang.intake.Disposition;
import tw.xuhang.intake.Triage;
import tw.xuhang.outage.Outages;
import tw.xuhang.publication.Repertoire;
import tw.xuhang.respond.LineTriage;
import tw.xuhang.respond.Responding;
import tw.xuhang.respond.Triggers;
import tw.xuhang.respond.route.BackboneOutageRoute;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.run.Post;
import tw.xuhang.runbook.run.RunEntry;
import tw.xuhang.task.TaskEntry;
import tw.xuhang.task.Tasks;
import tw.xuhang.task.store.TaskAnswers;
import tw.xuhang.task.store.TaskFacts;
import tw.xuhang.task.store.TaskModel;
import tw.xuhang.watch.Lines;

/** Cases and tasks, and how a signal becomes one. */
@Factory
final class Cases {

    @Singleton
    EntryCodec<IncidentEntry> incidentFacts() {
        return IncidentFacts.codec();
    }

    @Singleton
    ReadModel incidentModel(EntryCodec<IncidentEntry> codec) {
        return new IncidentModel(codec);
    }

    @Singleton
    IncidentIndex incidentIndex(IncidentRows rows) {
        return new StoredIndex(rows);
    }

    @Singleton
    Incidents incidents(
            Journal journal,
            EntryCodec<IncidentEntry> codec,
            EntryCodec<RunEntry> runCodec,
            Pools pools,
            InstantSource clock) {
        return new Incidents(journal, codec, runCodec, new CountedNumbers(pools.reading(), clock));
    }

    @Singleton
    EntryCodec<TaskEntry> taskFacts() {
        return TaskFacts.codec();
    }

    @Singleton
    ReadModel taskModel(EntryCodec<TaskEntry> codec) {
        return new TaskModel(codec);
    }

    @Singleton
    Reaction taskAnswers(EntryCodec<TaskEntry> codec) {
        return new TaskAnswers(codec);
    }

    @Singleton
    Tasks tasks(@Named("people") Journal journal, EntryCodec<TaskEntry> codec) {
        return new Tasks(journal, codec);
    }

    @Singleton
    Responding responding(
            Incidents incidents,
            IncidentIndex index,
            Outages outages,
            Repertoire repertoire,
            BeanProvider<Engine> engine) {
        return new Responding(
                incidents,
                index,
                outages,
                () -> repertoire.all(Mode.LIVE),
                run -> engine.get().take(run),
                run -> engine.get().post(run, new Post.Abort("system", "the line went down again")));
    }

    @Singleton
    RoutesBuilder backboneOutageRoute(Responding responding) {
        return new BackboneOutageRoute(responding);
    }

    /** Asked for late: the routes' context needs the inbox, the inbox the triage, the triage the routes. */
    @Singleton
    Triggers triggers(BeanProvider<ProducerTemplate> camel) {
        return sighting -> camel.get().requestBody(BackboneOutageRoute.SIGHTINGS, sighting, Disposition.class);
    }

    @Singleton
    Triage triage(
            Lines lines,
            Outages outages,
            Incidents incidents,
            IncidentIndex index,
            Triggers triggers,
            Directory directory) {
        return new PatientTriage(new LineTriage(lines, outages, incidents, index, triggers, () -> directory));
    }
}
