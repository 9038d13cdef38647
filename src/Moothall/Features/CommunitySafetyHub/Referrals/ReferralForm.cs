using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>The whole referral form: one page, posted at once, kept as a draft between (settled 21).</summary>
public sealed class ReferralForm
{
    /// <summary>Most people, and most places, that one referral takes; more belong in an attachment.</summary>
    public const int MostRows = 30;

    /// <summary>Names the form from its first showing, so that its draft is one however often it is saved.</summary>
    public Guid FormId { get; set; } = Guid.CreateVersion7();

    [Field("Which hub?", Conditional = true)]
    public Guid? BodyId { get; set; }

    /// <summary>Heard only from the Community Safety Team; everyone else refers for their own organisation.</summary>
    [Field("Referring organisation", Conditional = true)]
    public Guid? OrganisationId { get; set; }

    /// <summary>Who told the team, where it fills in the form for another (settled 16).</summary>
    [Field(
        "Received from",
        Hint = "Name, post, and how they told you. For example: Sam Reed, tenancy officer, by telephone.",
        Conditional = true
    )]
    public string ReceivedFrom { get; set; } = "";

    public ReferralDetails Details { get; set; } = new() { Kind = CaseKind.Person };

    [Field("Main topic", Required = "Choose the main topic")]
    public Guid? PrimaryTopicId { get; set; }

    [Field("Other topics")]
    public List<Guid> OtherTopicIds { get; set; } = [];

    public List<PersonForm> People { get; set; } = [];
    public List<PlaceForm> Places { get; set; } = [];

    /// <summary>Every topic chosen, the main one first.</summary>
    public IEnumerable<Guid> TopicIds =>
        PrimaryTopicId is { } first ? OtherTopicIds.Prepend(first).Distinct() : OtherTopicIds;

    /// <summary>A form of what a returned referral said, to be completed. Protected values are never written into it.</summary>
    public static ReferralForm Of(Referral referral) =>
        new()
        {
            FormId = referral.Id,
            BodyId = referral.BodyId,
            OrganisationId = referral.OrganisationId,
            ReceivedFrom = referral.ReceivedFrom,
            Details = referral.Details,
            PrimaryTopicId = referral.PrimaryTopicId,
            OtherTopicIds =
            [
                .. referral.Topics.Select(t => t.Id).Where(id => id != referral.PrimaryTopicId),
            ],
            People = [.. referral.People.OrderBy(person => person.Id).Select(Of)],
            Places =
            [
                .. referral
                    .Places.OrderBy(place => place.Id)
                    .Select(place => new PlaceForm
                    {
                        Description = place.Description,
                        Postcode = place.Postcode,
                    }),
            ],
        };

    /// <summary>A form of what is known of a person, to be changed. Protected values are never written into it.</summary>
    public static PersonForm Of(CasePerson person) =>
        new()
        {
            Id = person.Id,
            GivenNames = person.GivenNames,
            FamilyName = person.FamilyName,
            KnownAs = person.KnownAs,
            Role = person.Role,
            DateOfBirth = person.DateOfBirth,
            EstimatedAge = person.EstimatedAge,
            AgeNotKnownBecause = person.AgeNotKnownBecause,
            Address = person.Address,
            Postcode = person.Postcode,
            Telephones = string.Join(
                '\n',
                person.Telephones.OrderBy(t => t.Id).Select(t => t.Number)
            ),
        };
}
