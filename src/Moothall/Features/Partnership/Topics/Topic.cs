using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Topics;

/// <summary>What a topic label really is; the seed's list mixes four sorts (seeds section 20.1).</summary>
public enum TopicKind
{
    Problem,
    Tool,
    Process,
    Information,
}

/// <summary>A subject of discussion at the hub (S1-3.2), with the legal term beside the partnership's own label.</summary>
public sealed class Topic : Record
{
    public required string Label { get; set; }

    /// <summary>Today's legal term where it differs from the label (C23).</summary>
    public string LegalTerm { get; set; } = "";
    public required TopicKind Kind { get; set; }

    /// <summary>Who sees a case with this topic unless someone decides otherwise (settled 7).</summary>
    public CaseVisibility DefaultVisibility { get; set; } = CaseVisibility.Hub;
    public int Order { get; set; }

    /// <summary>Why it was added, where it is not in the published list.</summary>
    public string AddedBecause { get; set; } = "";
    public bool IsRetired { get; set; }
}
