using Microsoft.EntityFrameworkCore;

namespace Moothall.Floor;

public sealed class HubCase
{
    public Guid Id { get; set; }
    public string Reference { get; set; } = "";
    public string Title { get; set; } = "";
    public string Status { get; set; } = "";
    public DateTime OpenedAt { get; set; }
    public List<CasePerson> People { get; } = [];
    public List<HubAction> Actions { get; } = [];
    public List<CaseNote> Notes { get; } = [];
}

public sealed class CasePerson
{
    public Guid Id { get; set; }
    public Guid? CaseId { get; set; }
    public string GivenNames { get; set; } = "";
    public string FamilyName { get; set; } = "";
    public string SearchFamilyName { get; set; } = "";
    public DateOnly? DateOfBirth { get; set; }
    public HubCase? Case { get; set; }
}

public sealed class HubAction
{
    public Guid Id { get; set; }
    public Guid? CaseId { get; set; }
    public string Text { get; set; } = "";
    public string OwnerName { get; set; } = "";
    public string Status { get; set; } = "";
    public DateOnly Due { get; set; }
}

public sealed class CaseNote
{
    public Guid Id { get; set; }
    public Guid CaseId { get; set; }
    public string AuthorName { get; set; } = "";
    public string Text { get; set; } = "";
    public DateTime At { get; set; }
}

public sealed class AgendaItem
{
    public Guid Id { get; set; }
    public Guid MeetingId { get; set; }
    public int Order { get; set; }
    public string Title { get; set; } = "";
}

public sealed class Minutes
{
    public Guid Id { get; set; }
    public Guid MeetingId { get; set; }
    public List<MinutesSection> Sections { get; } = [];
}

public sealed class MinutesSection
{
    public Guid Id { get; set; }
    public Guid MinutesId { get; set; }
    public int Order { get; set; }
    public string Heading { get; set; } = "";
    public string Text { get; set; } = "";
}

public sealed class PlanAction
{
    public Guid Id { get; set; }
    public Guid PlanId { get; set; }
    public int Number { get; set; }
    public List<ActionProgress> Progress { get; } = [];
}

public sealed class ActionProgress
{
    public Guid Id { get; set; }
    public Guid PlanActionId { get; set; }
    public DateTime At { get; set; }
    public string Text { get; set; } = "";
}

public sealed class Publication
{
    public Guid Id { get; set; }
    public string Title { get; set; } = "";
    public string Content { get; set; } = "";
}

public sealed class FloorNote
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public DateTime At { get; set; }
    public string Text { get; set; } = "";
}

/// <summary>The tables of the product that the bare pages read, and one of their own that they write.</summary>
public sealed class FloorDb(DbContextOptions<FloorDb> options) : DbContext(options)
{
    public DbSet<HubCase> Cases => Set<HubCase>();
    public DbSet<CasePerson> People => Set<CasePerson>();
    public DbSet<HubAction> Actions => Set<HubAction>();
    public DbSet<AgendaItem> Items => Set<AgendaItem>();
    public DbSet<Minutes> Minutes => Set<Minutes>();
    public DbSet<PlanAction> PlanActions => Set<PlanAction>();
    public DbSet<Publication> Publications => Set<Publication>();
    public DbSet<FloorNote> Notes => Set<FloorNote>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        foreach (
            var type in new[]
            {
                typeof(HubCase),
                typeof(CasePerson),
                typeof(HubAction),
                typeof(CaseNote),
                typeof(AgendaItem),
                typeof(Minutes),
                typeof(MinutesSection),
                typeof(PlanAction),
                typeof(ActionProgress),
                typeof(Publication),
                typeof(FloorNote),
            }
        )
        {
            builder.Entity(type).ToTable(type.Name);
        }

        builder
            .Entity<HubCase>()
            .HasMany(one => one.People)
            .WithOne(one => one.Case)
            .HasForeignKey(one => one.CaseId);
        builder
            .Entity<HubCase>()
            .HasMany(one => one.Actions)
            .WithOne()
            .HasForeignKey(one => one.CaseId);
        builder
            .Entity<HubCase>()
            .HasMany(one => one.Notes)
            .WithOne()
            .HasForeignKey(one => one.CaseId);
        builder
            .Entity<Minutes>()
            .HasMany(one => one.Sections)
            .WithOne()
            .HasForeignKey(one => one.MinutesId);
    }
}
