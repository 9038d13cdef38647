using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Partnership.Topics;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>Where a case is in its life (settled 2).</summary>
public enum CaseStatus
{
    [Display(Name = "Open"), TagColour("blue")]
    Open,

    [Display(Name = "Monitoring"), TagColour("yellow")]
    Monitoring,

    [Display(Name = "Closed"), TagColour("grey")]
    Closed,
}

/// <summary>How a case left the hub (S1-3.3, S1-6.5).</summary>
public enum ClosureReason
{
    [Display(Name = "Resolved")]
    Resolved,

    [Display(Name = "No further hub action")]
    NoFurtherAction,
}

/// <summary>A matter the hub has accepted. It begins when a referral is accepted; re-opening makes a new episode (settled 2).</summary>
public sealed class HubCase : Record, IPersonalRecord
{
    public required Guid BodyId { get; init; }

    /// <summary>What people call it aloud and in the body of minutes, for example <c>CSH-2026-K7QM</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>What the case was called where it came from, for a case that was brought in; else empty.</summary>
    public string OldReference
    {
        get;
        init
        {
            field = value;
            SearchOldReference = NormalisedName.Of(value);
        }
    } = "";

    /// <summary>The old reference folded for search; it follows the reference.</summary>
    public string SearchOldReference { get; private set; } = "";
    public required CaseKind Kind { get; init; }

    /// <summary>What is asked of the hub, in a few words without names.</summary>
    public required string Title { get; set; }
    public CaseStatus Status { get; private set; } = CaseStatus.Open;
    public CaseVisibility Visibility { get; set; }
    public required DateTime OpenedAt { get; init; }
    public int Episode { get; private set; } = 1;
    public ClosureReason? ClosedAs { get; private set; }
    public string ClosureSummary { get; private set; } = "";
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Why whoever runs the hub would take the case off it at the next meeting, which decides (S1-6.5); empty where nobody would.</summary>
    public string RemovalBecause { get; private set; } = "";
    public string RemovalByName { get; private set; } = "";

    public List<Topic> Topics { get; } = [];

    /// <summary>The commissioner's and the partnership's priorities it serves, and its actions for which none is chosen (S0-9).</summary>
    public List<Priority> Priorities { get; } = [];
    public List<CasePerson> People { get; } = [];
    public List<CasePlace> Places { get; } = [];
    public List<CaseShare> Shares { get; } = [];
    public List<CaseExclusion> Exclusions { get; } = [];

    /// <summary>What was done to the case itself, for its timeline.</summary>
    public List<CaseEvent> Events { get; } = [];

    /// <inheritdoc/>
    public (string Kind, Guid Id) ShownAs => ("Case", Id);

    /// <summary>Keeps watch without action; a decision at a meeting.</summary>
    public void Monitor() => Status = CaseStatus.Monitoring;

    /// <summary>Works on the case again that was only watched.</summary>
    public void KeepOpen()
    {
        if (Status == CaseStatus.Monitoring)
        {
            Status = CaseStatus.Open;
        }
    }

    /// <summary>Takes the case off the hub with one of the two reasons (S1-3.3).</summary>
    /// <param name="reason">Which of the two.</param>
    /// <param name="summary">What was achieved, or why the hub can do no more.</param>
    /// <param name="at">When, in UTC.</param>
    /// <param name="byName">Who wrote down the meeting's decision.</param>
    /// <returns>What is missing, in words, or nothing.</returns>
    public string? Close(ClosureReason reason, string summary, DateTime at, string byName = "")
    {
        if (Status == CaseStatus.Closed)
        {
            return "This case is closed already.";
        }

        if (string.IsNullOrWhiteSpace(summary))
        {
            return "Say what was achieved, or why the hub can do no more.";
        }

        (Status, ClosedAs, ClosureSummary, ClosedAt) = (CaseStatus.Closed, reason, summary, at);
        (RemovalBecause, RemovalByName) = ("", "");
        Happened(CaseEventKind.Closed, at, byName, $"{DisplayNames.Of(reason)}: {summary}");
        return null;
    }

    /// <summary>
    /// Takes back what a meeting decided a moment ago, as if it had not: no episode ends or begins. Its events must be loaded.
    /// </summary>
    /// <param name="was">How the case stood.</param>
    /// <param name="removalWasRecommended">Whether somebody had recommended that it leave the hub (S1-6.5).</param>
    public void TakeBack(CaseStatus was, bool removalWasRecommended)
    {
        if (Status == CaseStatus.Closed && was != CaseStatus.Closed)
        {
            Events.RemoveAll(one => one.Kind == CaseEventKind.Closed && one.At == ClosedAt);
            (ClosedAs, ClosureSummary, ClosedAt) = (null, "", null);
        }

        Status = was;
        if (
            removalWasRecommended
            && Events
                .Where(one => one.Kind == CaseEventKind.RemovalRecommended)
                .MaxBy(one => one.At)
                is { } recommended
        )
        {
            (RemovalBecause, RemovalByName) = (recommended.Text, recommended.ByName);
        }
    }

    /// <summary>Begins a new episode of a closed case.</summary>
    /// <returns>What is in the way, in words, or nothing.</returns>
    public string? Reopen(string why, DateTime at, string byName)
    {
        if (Status != CaseStatus.Closed)
        {
            return "Only a closed case can be opened again.";
        }

        if (string.IsNullOrWhiteSpace(why))
        {
            return "Say why the case is opened again.";
        }

        (Status, ClosedAs, ClosureSummary, ClosedAt) = (CaseStatus.Open, null, "", null);
        Episode++;
        Happened(CaseEventKind.Reopened, at, byName, $"Episode {Episode} begins. {why}");
        return null;
    }

    /// <summary>Recommends to the next meeting that the case leave the hub (S1-6.5). The meeting decides.</summary>
    /// <returns>What is in the way, in words, or nothing.</returns>
    public string? RecommendRemoval(string why, DateTime at, string byName)
    {
        if (Status == CaseStatus.Closed)
        {
            return "This case is closed already.";
        }

        if (string.IsNullOrWhiteSpace(why))
        {
            return "Say why the case should leave the hub.";
        }

        (RemovalBecause, RemovalByName) = (why, byName);
        Happened(CaseEventKind.RemovalRecommended, at, byName, why);
        return null;
    }

    /// <summary>Writes a line of the timeline.</summary>
    public void Happened(CaseEventKind kind, DateTime at, string byName, string text) =>
        Events.Add(
            new()
            {
                CaseId = Id,
                Kind = kind,
                At = at,
                ByName = byName,
                Text = text,
            }
        );
}

/// <summary>An agency or a person named as one that may see a case.</summary>
public sealed class CaseShare : Record
{
    public required Guid CaseId { get; init; }
    public Guid? OrganisationId { get; init; }
    public Guid? UserId { get; init; }
    public required string Why { get; init; }
}

/// <summary>A person shut out of a case for a conflict of interest, whatever their role.</summary>
public sealed class CaseExclusion : Record
{
    public required Guid CaseId { get; init; }
    public required Guid UserId { get; init; }
    public required string Why { get; init; }
}

internal sealed class HubCaseMapping : IEntityTypeConfiguration<HubCase>
{
    public void Configure(EntityTypeBuilder<HubCase> builder)
    {
        builder.HasIndex(hubCase => hubCase.Reference).IsUnique();
        builder.HasIndex(hubCase => hubCase.SearchOldReference);
        builder.HasIndex(hubCase => hubCase.OpenedAt);
        builder.HasIndex(hubCase => new
        {
            hubCase.BodyId,
            hubCase.Status,
            hubCase.OpenedAt,
        });
        builder.HasMany(hubCase => hubCase.Topics).WithMany().UsingEntity("CaseTopic");
        builder.HasMany(hubCase => hubCase.Priorities).WithMany().UsingEntity("CasePriority");
        builder.HasMany(hubCase => hubCase.Events).WithOne().HasForeignKey(one => one.CaseId);
        builder.HasMany(hubCase => hubCase.People).WithOne().HasForeignKey(person => person.CaseId);
        builder.HasMany(hubCase => hubCase.Places).WithOne().HasForeignKey(place => place.CaseId);
        builder.HasMany(hubCase => hubCase.Shares).WithOne().HasForeignKey(share => share.CaseId);
        builder
            .HasMany(hubCase => hubCase.Exclusions)
            .WithOne()
            .HasForeignKey(exclusion => exclusion.CaseId);
    }
}
