using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Initiatives;

/// <summary>What one chooses from lists for an initiative.</summary>
public sealed class InitiativeInput
{
    [Field("Status", Required = "Choose the status")]
    public InitiativeStatus? Status { get; set; }

    [Field("Lead organisation", Required = "Choose who leads it")]
    public Guid? LeadId { get; set; }

    [Field("Partners", Conditional = true)]
    public List<Guid> Partners { get; set; } = [];

    [Field("Priorities it serves", Conditional = true)]
    public List<Guid> Priorities { get; set; } = [];

    [Field("Actions of the plan it carries out", Conditional = true)]
    public List<Guid> Actions { get; set; } = [];

    /// <summary>Who pays; empty lines are left out.</summary>
    public List<FunderInput> Funders { get; set; } = [];
}

/// <summary>A line of those who pay.</summary>
public sealed class FunderInput
{
    [Field("Funder", Limit = 200, Conditional = true)]
    public string Name { get; set; } = "";

    [Field("Amount", Limit = 20, Width = 10, Conditional = true)]
    public string Amount { get; set; } = "";

    /// <summary>Whether nothing was typed.</summary>
    public bool IsEmpty => Name.Length == 0 && Amount.Length == 0;
}
