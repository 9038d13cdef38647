using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Actions;

/// <summary>What an owner reports.</summary>
public enum ReportedProgress
{
    [Display(Name = "In progress")]
    InProgress,

    [Display(Name = "Done")]
    Done,

    [Display(Name = "No change")]
    NoChange,

    [Display(Name = "Cannot be done")]
    CannotBeDone,
}

/// <summary>Progress told on an action, with the evidence for it (S1-5.5).</summary>
public sealed class ActionUpdate : Record, IPersonalRecord
{
    public required Guid ActionId { get; init; }
    public required DateTime At { get; init; }
    public required Guid ByUserId { get; init; }
    public required string ByName { get; init; }
    public required ReportedProgress Progress { get; init; }
    public required string Text { get; init; }
    public string Evidence { get; init; } = "";

    /// <summary>Who told it, where it was taken down for them (settled 16).</summary>
    public Received Received { get; init; } = new();

    /// <inheritdoc/>
    public (string Kind, Guid Id) ShownAs => ("Action", ActionId);

    /// <summary>"Done: visited on Friday (received from …, taken down by …)", as lists and tables show it in one line.</summary>
    public string InOneLine(string agency)
    {
        var said = Text.Length > 0 ? $": {Text}" : "";
        var from = Received.IsSet ? $" ({Received.Behind(agency, ByName)})" : "";
        return $"{DisplayNames.Of(Progress)}{said}{from}";
    }
}

internal sealed class ActionUpdateMapping : IEntityTypeConfiguration<ActionUpdate>
{
    public void Configure(EntityTypeBuilder<ActionUpdate> builder) =>
        builder.ComplexProperty(update => update.Received, Received.Columns);
}
