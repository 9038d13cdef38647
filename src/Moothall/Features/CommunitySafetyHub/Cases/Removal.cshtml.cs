using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>Recommends to the next meeting that a case leave the hub (S1-6.5).</summary>
[Access(Permission.ManageCases)]
public sealed class RemovalModel(
    MoothallDb db,
    CaseFinder finder,
    HubViewers viewers,
    TimeProvider clock
) : ReasonPage(db, finder, viewers, clock)
{
    /// <inheritdoc/>
    protected override string Done =>
        "The recommendation is on the case. The next meeting decides.";

    /// <inheritdoc/>
    protected override string? Do(string why, DateTime now, string byName) =>
        Case.RecommendRemoval(why, now, byName);
}
