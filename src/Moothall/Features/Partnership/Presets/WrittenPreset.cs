using Moothall.Features.Partnership.Bodies;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Partnership.SharingProtocols;
using Moothall.Features.Partnership.Topics;
using Moothall.Platform.Access;

namespace Moothall.Features.Partnership.Presets;

/// <summary>The rows that a preset became, by the names the preset gives them, for whatever is written after.</summary>
internal sealed class WrittenPreset
{
    /// <summary>The first hub.</summary>
    public required GovernanceBody Hub { get; init; }

    /// <summary>Memberships by their number in the list of the terms.</summary>
    public required IReadOnlyDictionary<int, HubMembership> Members { get; init; }
    public required IReadOnlyDictionary<string, Organisation> Organisations { get; init; }
    public required IReadOnlyDictionary<string, Topic> Topics { get; init; }

    /// <summary>The plan's priorities by their short forms.</summary>
    public required IReadOnlyDictionary<string, Priority> Priorities { get; init; }
    public required ConfidentialityWording Wording { get; init; }

    /// <summary>Invented people by key, in the preset's order.</summary>
    public required IReadOnlyDictionary<
        string,
        (PresetPerson Person, User User)
    > People { get; init; }
}
