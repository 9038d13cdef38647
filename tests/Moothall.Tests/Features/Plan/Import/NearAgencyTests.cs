using System.Text;
using Moothall.Features.Plan.Import.Reading;
using Moothall.Platform.Documents.Outlines;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Plan.Import;

/// <summary>An agency that a plan names nearly as the list of members does is suggested to be that one, and never taken for it unasked.</summary>
public sealed class NearAgencyTests
{
    private static readonly (Guid Id, string Name)[] Organisations =
    [
        .. new[]
        {
            "Probation Service",
            "Highshire Police",
            "Highshire Police and Crime Commissioner",
            "British Transport Police",
            "Highshire Fire & Rescue Service",
            "Highshire County Council",
            "Hilltop District Council",
            "Sainte-Thérèse Trust",
            "Mereside Homes",
        }.Select(name => (Guid.CreateVersion7(), name)),
    ];

    private static readonly PlanWorld World = new(new(2026, 11, 23), Organisations)
    {
        Services =
        [
            (Id("Highshire County Council"), "Highshire County Council – Trading Standards"),
            (Id("Highshire County Council"), "Highshire County Council – Youth Offending Service"),
            (Id("Hilltop District Council"), "Hilltop District Council - Housing Options"),
            (Id("Hilltop District Council"), "Hilltop District Council - Private Sector Housing"),
            (Id("Hilltop District Council"), "Hilltop District Council - Community Safety"),
        ],
    };

    [Theory]
    [InlineData("Probation", "Probation Service")]
    [InlineData("Probation Services", "Probation Service")]
    [InlineData("POLICE", "Highshire Police")]
    [InlineData("Fire", "Highshire Fire & Rescue Service")]
    [InlineData("Fire and Rescue", "Highshire Fire & Rescue Service")]
    [InlineData("Trading Standards", "Highshire County Council")]
    [InlineData("Youth Offending Team", "Highshire County Council")]
    [InlineData("Housing", "Hilltop District Council")]
    [InlineData("Community Safety Team, Hilltop Council", "Hilltop District Council")]
    [InlineData("sainte therese", "Sainte-Thérèse Trust")]
    [InlineData("Mereside Homes Limited", "Mereside Homes")]
    [InlineData(
        "Office of the Police and Crime Commissioner",
        "Highshire Police and Crime Commissioner"
    )]
    public void What_is_nearly_one_of_the_members_is_suggested(string words, string organisation)
    {
        var (plan, question) = Ask(words);
        Assert.Equal(Id(organisation).ToString("N"), question!.Suggestion);
        Assert.Contains(question, plan.Open);
        Assert.Contains(
            organisation,
            question.Choices.Single(one => one.Value == question.Suggestion).Words,
            StringComparison.Ordinal
        );
        Assert.Equal((words, Id(organisation)), One(plan));
    }

    [Theory]
    [InlineData("Council", "words")]
    [InlineData("Policewomen’s Association", "words")]
    [InlineData("Otherplace County Council – Trading Standards", "words")]
    [InlineData("Housing providers", "class")]
    [InlineData("Police, Fire and Housing", "several")]
    [InlineData("Police and Probation", "several")]
    public void What_could_be_several_or_none_is_asked_as_before(string words, string suggestion) =>
        Assert.Equal(suggestion, Ask(words).Question!.Suggestion);

    [Fact]
    public void Each_of_several_is_asked_about()
    {
        var (plan, _) = Ask("Police, Fire and Lunch Club");
        Assert.Equal(
            ["Fire", "Police", "Police, Fire and Lunch Club"],
            plan.Open.Where(one => one.About == "agency")
                .Select(one => one.Value)
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            [Id("Highshire Police"), Id("Highshire Fire & Rescue Service"), null],
            plan.Actions[0].Responsible.Select(one => one.OrganisationId)
        );
    }

    [Fact]
    public void The_name_itself_is_not_asked_about() =>
        Assert.Null(Ask("Highshire Fire and Rescue Service").Question);

    [Theory, BothDatabases]
    public async Task The_pages_know_the_services_of_the_members(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var look = await BringingPlans.UploadAsync(
            carys,
            "plan.txt",
            Encoding.UTF8.GetBytes(Plan("Police"))
        );
        Assert.Equal(
            "Testshire Police",
            BringingPlans.ChosenFor(look, "Which agency is “Police”?")
        );
    }

    private static Guid Id(string name) => Organisations.Single(one => one.Name == name).Id;

    private static (string, Guid?) One(PlanReading plan)
    {
        var agency = Assert.Single(plan.Actions[0].Responsible);
        return (agency.Words, agency.OrganisationId);
    }

    private static (
        PlanReading Plan,
        Moothall.Platform.Documents.Doubts.ImportQuestion? Question
    ) Ask(string words)
    {
        var plan = PlanReader.Read(
            OutlineReader.Read(Encoding.UTF8.GetBytes(Plan(words)), "plan.txt"),
            "plan.txt",
            World,
            new Dictionary<string, string>()
        );
        return (
            plan,
            plan.Questions.SingleOrDefault(one => one.About == "agency" && one.Value == words)
        );
    }

    private static string Plan(string words) =>
        $"Action\tPriority\tResponsible agency\nVisit farms\tRural crime\t{words}\n";
}
