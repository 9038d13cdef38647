using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>Begins a new episode of a closed case (settled 2).</summary>
[Access(Permission.ManageCases)]
public sealed class ReopenModel(
    MoothallDb db,
    CaseFinder finder,
    HubViewers viewers,
    TimeProvider clock
) : ReasonPage(db, finder, viewers, clock)
{
    /// <inheritdoc/>
    protected override string Done => "The case is open again.";

    /// <inheritdoc/>
    protected override string? Do(string why, DateTime now, string byName) =>
        Case.Reopen(why, now, byName);
}
