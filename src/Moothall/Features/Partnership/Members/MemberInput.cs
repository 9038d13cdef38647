using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Members;

/// <summary>The entry of a member.</summary>
public sealed class MemberInput
{
    [Field(
        "Name of the entry",
        Limit = 200,
        Required = "Enter the name of the entry",
        Hint = "As the terms of reference write it."
    )]
    public string Name { get; set; } = "";

    [Field("What it stands for", Required = "Choose what the entry stands for")]
    public MemberKind? Kind { get; set; }

    [Field(
        "Organisation",
        Hint = "The organisation it is or belongs to. For a class of agencies, the one admitted here; add another member for the next."
    )]
    public Guid? OrganisationId { get; set; }

    [Field("Or a new organisation", Limit = 200, Hint = "Where it is not in the list yet.")]
    public string NewOrganisation { get; set; } = "";

    [Field("Number in the list of the terms", Least = 1, Most = 999, Width = 3)]
    public int Order { get; set; } = 1;

    [Field(
        "Its representatives see named cases",
        Hint = "Councillors, guest speakers and observers do not, unless a need is recorded."
    )]
    public bool SeesCases { get; set; } = true;

    [Field(
        "Note",
        Limit = 500,
        Rows = 2,
        Hint = "What a reader should know, for example why a councillor sees cases."
    )]
    public string Note { get; set; } = "";

    internal static MemberInput Of(HubMembership member) =>
        new()
        {
            Name = member.Name,
            Kind = member.Kind,
            OrganisationId = member.OrganisationId,
            Order = member.Order,
            SeesCases = member.SeesCases,
            Note = member.Note,
        };

    internal void ApplyTo(HubMembership member)
    {
        (member.Name, member.Kind, member.Order) = (Name, Kind!.Value, Order);
        (member.SeesCases, member.Note) = (SeesCases, Note);
    }
}
