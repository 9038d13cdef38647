using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Plan.Actions;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan.Initiatives;

/// <summary>
/// Something that partners do: a campaign, works, a programme, a training day. One record serves the plan, the calendar and the
/// reports (S3-11). It holds nobody's case.
/// </summary>
public sealed class Initiative : Record
{
    public required InitiativeDetails Details { get; set; }
    public InitiativeStatus Status { get; private set; } = InitiativeStatus.Proposed;

    /// <summary>The organisation that answers for it.</summary>
    public required Guid LeadId { get; set; }

    /// <summary>Why it is called off; empty where it is not.</summary>
    public string CalledOffBecause { get; private set; } = "";

    /// <summary>Counts the changes to what hangs on it, so that two people who change it at once are told (a lost update).</summary>
    public int Edits { get; set; }

    /// <summary>Whether everybody may know of it: it is for the public and more than an idea.</summary>
    public bool IsForEverybody =>
        Details.OnCalendar == OnCalendar.Public
        && Status
            is InitiativeStatus.Planned
                or InitiativeStatus.UnderWay
                or InitiativeStatus.Finished;

    public List<InitiativeFunder> Funders { get; } = [];
    public List<InitiativePartner> Partners { get; } = [];
    public List<InitiativeAction> Actions { get; } = [];
    public List<InitiativePriority> Priorities { get; } = [];

    /// <summary>Says how far it is. What was called off goes on again by this.</summary>
    public void Stands(InitiativeStatus status)
    {
        Status = status;
        CalledOffBecause = status == InitiativeStatus.CalledOff ? CalledOffBecause : "";
    }

    /// <summary>Calls it off.</summary>
    /// <returns>What is wrong, in words, or nothing.</returns>
    public string? CallOff(string because)
    {
        if (CannotBeCalledOff() is { } problem)
        {
            return problem;
        }

        if (string.IsNullOrWhiteSpace(because))
        {
            return "Say why it is called off.";
        }

        (Status, CalledOffBecause) = (InitiativeStatus.CalledOff, because);
        return null;
    }

    /// <summary>Why it cannot be called off, or nothing.</summary>
    public string? CannotBeCalledOff() =>
        Status switch
        {
            InitiativeStatus.CalledOff => "It is called off already.",
            InitiativeStatus.Finished => "It is finished, so it can no longer be called off.",
            _ => null,
        };
}

/// <summary>Who pays, and how much; several may share (S3-11f).</summary>
public sealed class InitiativeFunder : Record
{
    public required Guid InitiativeId { get; init; }
    public required int Order { get; init; }
    public required string Name { get; init; }

    /// <summary>The amount in pence; nothing where it is not known or given in kind.</summary>
    public long? Pence { get; init; }
}

/// <summary>An organisation that takes part.</summary>
public sealed class InitiativePartner : Record
{
    public required Guid InitiativeId { get; init; }
    public required Guid OrganisationId { get; init; }
}

/// <summary>That it carries out an action of a plan, wholly or in part.</summary>
public sealed class InitiativeAction : Record
{
    public required Guid InitiativeId { get; init; }
    public required Guid PlanActionId { get; init; }
}

/// <summary>That it serves a priority.</summary>
public sealed class InitiativePriority : Record
{
    public required Guid InitiativeId { get; init; }
    public required Guid PriorityId { get; init; }
}

internal sealed class InitiativeMapping
    : IEntityTypeConfiguration<Initiative>,
        IEntityTypeConfiguration<InitiativePartner>,
        IEntityTypeConfiguration<InitiativeAction>,
        IEntityTypeConfiguration<InitiativePriority>
{
    public void Configure(EntityTypeBuilder<Initiative> builder)
    {
        builder.ComplexProperty(one => one.Details);
        builder.Ignore(one => one.IsForEverybody);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(one => one.LeadId);
        builder.HasMany(one => one.Funders).WithOne().HasForeignKey(part => part.InitiativeId);
        builder.HasMany(one => one.Partners).WithOne().HasForeignKey(part => part.InitiativeId);
        builder.HasMany(one => one.Actions).WithOne().HasForeignKey(part => part.InitiativeId);
        builder.HasMany(one => one.Priorities).WithOne().HasForeignKey(part => part.InitiativeId);
    }

    public void Configure(EntityTypeBuilder<InitiativePartner> builder)
    {
        builder.HasIndex(one => new { one.InitiativeId, one.OrganisationId }).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(one => one.OrganisationId);
    }

    public void Configure(EntityTypeBuilder<InitiativeAction> builder)
    {
        builder.HasIndex(one => new { one.PlanActionId, one.InitiativeId }).IsUnique();
        builder.HasOne<PlanAction>().WithMany().HasForeignKey(one => one.PlanActionId);
    }

    public void Configure(EntityTypeBuilder<InitiativePriority> builder)
    {
        builder.HasIndex(one => new { one.PriorityId, one.InitiativeId }).IsUnique();
        builder.HasOne<Priority>().WithMany().HasForeignKey(one => one.PriorityId);
    }
}
