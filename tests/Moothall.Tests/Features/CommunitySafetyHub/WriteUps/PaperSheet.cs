using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Moothall.Tests.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.WriteUps;

/// <summary>The parts of the page that a meeting is written up on, filled in by hand.</summary>
internal static class PaperSheet
{
    public static readonly string Address = $"/Meetings/{World.NextMeeting}/WriteUp";
    public static readonly string Petra = $"{World.PoliceMember}:{People.Police.Id}";

    public static async Task<Page> PeopleAsync(
        Browser browser,
        params (string Who, string Arrived, string Left)[] people
    )
    {
        var page = await browser.GetAsync(Address);
        var fields = people.SelectMany(one =>
        {
            var name = PersonOf(page, one.Who);
            return new (string, string?)[]
            {
                ($"{name}.State", "Present"),
                ($"{name}.Arrived", one.Arrived),
                ($"{name}.Left", one.Left),
            };
        });
        return await browser.PostAsync(page, "handler=Save", null, [.. fields]);
    }

    public static async Task<Page> ItemAsync(
        Browser browser,
        Guid item,
        string outcome,
        string summary,
        Page? shown = null,
        string decision = "AsItStands"
    )
    {
        var page = shown ?? await browser.GetAsync(Address);
        var name = RowOf(page, item);
        return await browser.PostAsync(
            page,
            "handler=Save",
            null,
            ($"{name}.Outcome", outcome),
            ($"{name}.Summary", summary),
            ($"{name}.Case", decision)
        );
    }

    public static async Task<Page> ActAsync(Browser browser, Sitting sitting, Guid member) =>
        await browser.PostAsync(
            await browser.GetAsync(Address),
            "handler=Save",
            null,
            ("item", sitting.CaseItem.ToString()),
            ("Act.Text", "Write to the landlord"),
            ("Act.OwnerMembershipId", member.ToString())
        );

    /// <summary>What the names of a person's fields begin with.</summary>
    public static string PersonOf(Page page, string who) =>
        page
            .Document.QuerySelectorAll<IHtmlInputElement>("input[name$='.Who']")
            .Single(input => input.GetAttribute("value") == who)
            .Name![..^".Who".Length];

    /// <summary>What the names of an item's fields begin with.</summary>
    public static string RowOf(Page page, Guid item) =>
        page
            .Document.QuerySelectorAll<IHtmlInputElement>("input[name$='.Id']")
            .Single(input => input.GetAttribute("value") == $"{item}")
            .Name![..^".Id".Length];
}
