using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Bodies.BodyActions;

/// <summary>How far an action of a body has come.</summary>
public enum BodyActionStatus
{
    Open,
    Done,

    [Display(Name = "Given up")]
    GivenUp,
}

/// <summary>What one says of an action of a body.</summary>
public sealed class BodyActionDetails
{
    [Field("Action", Limit = 2000, Rows = 3, Required = "Enter what is to be done")]
    public string Text { get; set; } = "";

    [Field("Person", Limit = 120, Hint = "Who does it, where that is known.")]
    public string PersonName { get; set; } = "";

    [Field("Due", Required = "Enter the day by which it is due")]
    public DateOnly? Due { get; set; }
}

/// <summary>An action on a body's log. The weekly hub keeps its own.</summary>
public sealed class BodyAction : Record
{
    public required Guid BodyId { get; init; }

    /// <summary>Its number on the body's log, from 1.</summary>
    public required int Number { get; init; }
    public required BodyActionDetails Details { get; set; }
    public required Guid OwnerId { get; set; }
    public Organisation? Owner { get; init; }
    public BodyActionStatus Status { get; private set; }
    public List<BodyActionUpdate> Updates { get; } = [];

    /// <summary>Whether it is open after its day.</summary>
    public bool IsOverdue(DateOnly today) => Status == BodyActionStatus.Open && Details.Due < today;

    /// <summary>Whether this person may say how it goes: the owner's people and whoever keeps the bodies.</summary>
    public bool IsUpdatedBy(CurrentUser reader) =>
        reader.May(Permission.KeepBodies) || reader.OrganisationId == OwnerId;

    /// <summary>Adds news of it. The text is the reason where it is given up.</summary>
    public BodyActionUpdate Report(
        string text,
        BodyActionStatus status,
        string byName,
        DateTime atUtc
    )
    {
        Status = status;
        var update = new BodyActionUpdate
        {
            ActionId = Id,
            Text = text,
            Status = status,
            ByName = byName,
            At = atUtc,
        };
        Updates.Add(update);
        return update;
    }
}

/// <summary>News of an action.</summary>
public sealed class BodyActionUpdate : Record
{
    public required Guid ActionId { get; init; }
    public required string Text { get; init; }
    public required BodyActionStatus Status { get; init; }
    public required string ByName { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public required DateTime At { get; init; }
}

internal sealed class BodyActionMapping : IEntityTypeConfiguration<BodyAction>
{
    public void Configure(EntityTypeBuilder<BodyAction> builder)
    {
        builder.ComplexProperty(one => one.Details);
        builder.HasIndex(one => new { one.BodyId, one.Number }).IsUnique();
        builder.HasOne<GovernanceBody>().WithMany().HasForeignKey(one => one.BodyId);
        builder.HasOne(one => one.Owner).WithMany().HasForeignKey(one => one.OwnerId);
        builder.HasMany(one => one.Updates).WithOne().HasForeignKey(one => one.ActionId);
    }
}
