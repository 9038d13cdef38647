using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Priorities;

/// <summary>Whose priority it is.</summary>
public enum PrioritySource
{
    Partnership,
    LocalPolicingBody,
}

/// <summary>A theme that cases, actions and plans are held against (S0-9, S2-I3), with the years it is in force.</summary>
public sealed class Priority : Record
{
    public required string Name { get; set; }

    /// <summary>The short form people use, for example ASB.</summary>
    public string Abbreviation { get; set; } = "";
    public string Definition { get; set; } = "";
    public required PrioritySource Source { get; set; }

    /// <summary>Where it is written and for what period, as published.</summary>
    public string PublishedIn { get; set; } = "";

    /// <summary>The plan in whose document it first stood here; nothing where the partnership wrote it down by itself.</summary>
    public Guid? BroughtByPlanId { get; init; }
    public DateOnly? From { get; set; }
    public DateOnly? Until { get; set; }
}
