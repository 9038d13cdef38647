using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.House.Markers;

/// <summary>The search for records by name, place and reference.</summary>
internal sealed partial class Crawl
{
    /// <summary>Searches for planted names, places and references. What one may not see must look like what does not exist.</summary>
    private async Task SearchAsync()
    {
        var page = await visit.Browser.GetAsync("/Search");
        if (page.Status != HttpStatusCode.OK || page.Path != "/Search")
        {
            return;
        }

        var nothing = await FindAsync(page, "FamilyName", "Zzyzxnobody");
        foreach (
            var unseen in world
                .Marks.All.Where(mark => !visit.Sees(mark.Secret) && FieldOf(mark) is not null)
                .GroupBy(mark => mark.Secret)
        )
        {
            // One of its words, another for each person, so that between them they try every field.
            var mark = Turns(unseen.ToList(), 1).Single();
            if (await FindAsync(page, FieldOf(mark)!, mark.Text) != nothing)
            {
                visit.Found($"a search that {mark} exists");
            }
        }
    }

    private IEnumerable<Mark> Turns(List<Mark> marks, int count) =>
        Enumerable.Range(0, Math.Min(count, marks.Count)).Select(_ => marks[turn++ % marks.Count]);

    private static string? FieldOf(Mark mark) =>
        mark.Place switch
        {
            "CasePerson.FamilyName" => "FamilyName",
            "CasePerson.GivenNames" or "CasePerson.KnownAs" => "GivenNames",
            "CasePerson.Address" or "CasePerson.Postcode" => "Place",
            "CasePlace.Description" or "CasePlace.Postcode" => "Place",
            "HubCase.Reference" or "Referral.Reference" => "Reference",
            _ => null,
        };

    private async Task<string> FindAsync(Page page, string field, string word)
    {
        var token = page
            .Document.QuerySelector<IHtmlInputElement>($"main input[name={Token}]")!
            .Value;
        var kept = await visit.PostAsync(
            "/Search",
            (Token, token),
            ($"Input.{field}", word),
            ("Input.Purpose", "CurrentWork"),
            ("Input.Details", "Checking")
        );
        Assert.Equal(HttpStatusCode.Found, kept.Status);
        return await ShownAsync(kept.Location!, word);
    }

    private async Task<string> ShownAsync(string results, string word)
    {
        var shown = await visit.GetAsync($"{results}#{word}");
        return Visit.Same(shown.Text, word);
    }
}
