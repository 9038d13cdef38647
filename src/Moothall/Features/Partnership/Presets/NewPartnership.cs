using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.Partnership.Settings;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Presets;

/// <summary>Creates the partnership of a preset in a database that has none yet (settled 26).</summary>
public sealed class NewPartnership(
    MoothallDb db,
    Demonstration demonstration,
    FilePasswords passwords,
    AuditActor actor,
    ReadNotes reads,
    TimeProvider clock
)
{
    /// <summary>Name of the demonstration on the command line.</summary>
    public const string Demo = "demo";

    /// <summary>Adds a partnership that has a name, an area and what every hub begins with; the caller saves.</summary>
    public void Begin(string name, string area) =>
        PresetWriter.Write(db, PresetFile.Own(name, area), UkTime.Today(clock), seed: null);

    /// <summary>Creates it; does nothing where there is a partnership already.</summary>
    /// <param name="preset"><c>demo</c> or the name of a preset.</param>
    /// <param name="seed">Number of the demonstration: the same number gives the same partnership.</param>
    /// <exception cref="ArgumentException">No preset has that name.</exception>
    public async Task CreateAsync(string preset, int seed)
    {
        if (await db.Set<PartnershipSettings>().AnyAsync())
        {
            return;
        }

        reads.On = false;
        actor.BeJob("preparation", $"creating the partnership of the preset {preset}");
        var content = PresetFile.Load(preset == Demo ? PresetFile.Demonstration : preset);
        var today = UkTime.Today(clock);
        var invented = content.Partnership.Fictional;

        // All of it or nothing: a demonstration broken off half way would look like a partnership.
        db.BeginUnit();
        var written = PresetWriter.Write(db, content, today, invented ? seed : null);
        await db.SaveChangesAsync();
        var give = invented
            ? await demonstration.WriteAsync(content, written, seed, clock.GetUtcNow().UtcDateTime)
            : null;
        await db.CommitAsync();
        if (give is not null)
        {
            db.Add(give(await passwords.ThisMonthsAsync()));
            await db.SaveChangesAsync();
            await db.CommitAsync();
        }
    }
}
