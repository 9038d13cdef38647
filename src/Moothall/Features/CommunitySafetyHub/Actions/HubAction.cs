using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.Partnership.Priorities;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Actions;

/// <summary>Whether an action is on the list. There are two ways off it, each a decision at a meeting (S1-3.3).</summary>
public enum ActionStatus
{
    [Display(Name = "Open")]
    Open,

    [Display(Name = "Resolved")]
    Resolved,

    [Display(Name = "No further hub action")]
    NoFurtherAction,
}

/// <summary>A task given at a meeting to an organisation, with a person of it where one was named (S1-6.2).</summary>
public sealed class HubAction : Record, IPersonalRecord
{
    public required Guid BodyId { get; init; }
    public Guid? CaseId { get; init; }
    public HubCase? Case { get; init; }

    /// <summary>The meeting at which it was agreed; nothing for one brought in from a list kept before the hub moved in.</summary>
    public required Guid? MeetingId { get; init; }
    public Guid? ItemId { get; init; }
    public required string Text { get; set; }
    public required Guid OwnerMembershipId { get; set; }
    public required string OwnerName { get; set; }

    /// <summary>The person in the owning agency, where one was named.</summary>
    public Guid? OwnerUserId { get; set; }

    /// <summary>Due by this day: that of the next hub unless changed (S1-5.5).</summary>
    public required DateOnly Due { get; set; }
    public required DateTime AgreedAt { get; init; }
    public ActionStatus Status { get; private set; } = ActionStatus.Open;

    /// <summary>How many meetings it has been carried forward at.</summary>
    public int CarriedForward { get; set; }

    /// <summary>The last meeting that carried it forward, so that one meeting counts once.</summary>
    public Guid? CarriedAtMeetingId { get; private set; }

    /// <summary>The meeting that took it off the list, and what it said.</summary>
    public Guid? ClosedAtMeetingId { get; private set; }
    public string ClosedBecause { get; private set; } = "";

    /// <summary>Whether its owner has taken it on, where it was given in the owner's absence.</summary>
    public Acceptance Acceptance { get; private set; } = new();

    public List<ActionUpdate> Updates { get; } = [];

    /// <summary>The priorities chosen for it; where there is none, it serves those of its case (<see cref="ActionPriorities"/>).</summary>
    public List<Priority> Priorities { get; } = [];

    /// <summary>What was changed about the action itself, for its history.</summary>
    public List<ActionChange> Changes { get; } = [];

    /// <inheritdoc/>
    public (string Kind, Guid Id) ShownAs =>
        CaseId is { } caseId ? ("Case", caseId) : ("Action", Id);

    /// <summary>Leaves the action open at a meeting; the count goes up once a meeting, and not at the one that agreed it.</summary>
    /// <returns>Whether it counted.</returns>
    public bool CarryForward(Guid meetingId)
    {
        if (
            Status != ActionStatus.Open
            || MeetingId == meetingId
            || CarriedAtMeetingId == meetingId
        )
        {
            return false;
        }

        (CarriedForward, CarriedAtMeetingId) = (CarriedForward + 1, meetingId);
        return true;
    }

    /// <summary>Gives it to its owner, or asks for the owner's acceptance where they are not here.</summary>
    public void GiveToOwner(bool ownerIsHere) => Acceptance = Acceptance.WhenGiven(ownerIsHere);

    /// <summary>The owner takes it on, or asks for it to be given elsewhere.</summary>
    /// <returns>What is missing, in words, or nothing.</returns>
    public string? Answer(
        bool accepts,
        string because,
        string byName,
        Received received,
        DateTime now
    )
    {
        var problem = this switch
        {
            { Status: not ActionStatus.Open } => "This action is off the list already.",
            { Acceptance.State: null } =>
                "Its owner was there when it was given, so there is nothing to accept.",
            { Acceptance.State: AcceptanceState.Accepted } when accepts =>
                "This action has been accepted already.",
            _ when !accepts && because.Length == 0 => "Say why it should be given elsewhere.",
            _ => null,
        };
        if (problem is null)
        {
            Acceptance = new()
            {
                State = accepts ? AcceptanceState.Accepted : AcceptanceState.AskedElsewhere,
                At = now,
                ByName = byName,
                Because = accepts ? "" : because,
                Received = received,
            };
        }

        return problem;
    }

    /// <summary>Gives the action to another member, who accepts it unless they are in the meeting.</summary>
    /// <returns>Why it cannot be, in words, or nothing.</returns>
    public string? GiveTo(Guid membershipId, string name, bool isHere)
    {
        if (Status != ActionStatus.Open || !Acceptance.IsUnsettled)
        {
            return "Only an open action that nobody has accepted is given to another member.";
        }

        if (membershipId == OwnerMembershipId)
        {
            return $"{name} has it already. Choose another member.";
        }

        (OwnerMembershipId, OwnerName, OwnerUserId) = (membershipId, name, null);
        GiveToOwner(isHere);
        return null;
    }

    /// <summary>Takes back "no change", within the meeting that said it.</summary>
    /// <param name="meetingId">That meeting.</param>
    /// <param name="before">The meeting that had carried it forward before.</param>
    public void UndoCarry(Guid meetingId, Guid? before)
    {
        if (CarriedAtMeetingId == meetingId)
        {
            (CarriedForward, CarriedAtMeetingId) = (CarriedForward - 1, before);
        }
    }

    /// <summary>Puts the action back on the list, within the meeting that took it off.</summary>
    /// <returns>What is in the way, in words, or nothing.</returns>
    public string? PutBack(Guid meetingId)
    {
        if (Status == ActionStatus.Open || ClosedAtMeetingId != meetingId)
        {
            return "This action has changed since.";
        }

        (Status, ClosedBecause, ClosedAtMeetingId) = (ActionStatus.Open, "", null);
        return null;
    }

    /// <summary>Chooses what priorities it serves; none leaves that to its case (S0-9).</summary>
    /// <returns>Whether they are others than before.</returns>
    public bool Serve(IReadOnlyCollection<Priority> wanted, DateTime at, string byName)
    {
        if (Priorities.ToHashSet().SetEquals(wanted))
        {
            return false;
        }

        Priorities.Clear();
        Priorities.AddRange(wanted);
        var names = string.Join(", ", wanted.Select(one => one.Name).Order(StringComparer.Ordinal));
        Changes.Add(
            new()
            {
                ActionId = Id,
                At = at,
                ByName = byName,
                Text = $"Priorities: {(wanted.Count > 0 ? names : "none of its own")}",
            }
        );
        return true;
    }

    /// <summary>The last report, where it says that the action is done and nothing came after it.</summary>
    public ActionUpdate? ReportedDone =>
        Status == ActionStatus.Open
        && Updates.MaxBy(update => update.At) is { Progress: ReportedProgress.Done } last
            ? last
            : null;

    /// <summary>Takes the action off the list by a meeting's decision (S1-3.3; settled 5).</summary>
    /// <returns>What is missing, in words, or nothing.</returns>
    public string? TakeOff(ActionStatus way, string because, Guid meetingId)
    {
        if (Status != ActionStatus.Open)
        {
            return "This action is off the list already.";
        }

        if (way == ActionStatus.Open)
        {
            return "Choose resolved or no further hub action.";
        }

        if (string.IsNullOrWhiteSpace(because))
        {
            return way == ActionStatus.Resolved
                ? "Say what the result was."
                : "Say why the hub will do no more.";
        }

        (Status, ClosedBecause, ClosedAtMeetingId) = (way, because, meetingId);
        return null;
    }
}

internal sealed class HubActionMapping : IEntityTypeConfiguration<HubAction>
{
    public void Configure(EntityTypeBuilder<HubAction> builder)
    {
        builder.HasIndex(action => new { action.Status, action.Due });
        builder.HasIndex(action => action.OwnerMembershipId);
        builder.ComplexProperty(
            action => action.Acceptance,
            part => part.ComplexProperty(acceptance => acceptance.Received)
        );
        builder.HasOne(action => action.Case).WithMany().HasForeignKey(action => action.CaseId);
        builder
            .HasMany(action => action.Updates)
            .WithOne()
            .HasForeignKey(update => update.ActionId);
        builder.HasMany(action => action.Priorities).WithMany().UsingEntity("ActionPriority");
        builder
            .HasMany(action => action.Changes)
            .WithOne()
            .HasForeignKey(change => change.ActionId);
    }
}
