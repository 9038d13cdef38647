using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.House.Markers;

/// <summary>Takes one person everywhere: along every link and search form, and to every address there is, seen or not.</summary>
internal sealed partial class Crawl(PlantedWorld world, Routes routes, Visit visit, int start)
{
    // Links to the same page of other records or with other filters; the records themselves are all asked for afterwards.
    private const int MostAlike = 2;

    private const string Token = "__RequestVerificationToken";

    private readonly Queue<string> links = new(["/"]);
    private readonly HashSet<string> known = ["/"];
    private readonly Dictionary<string, int> shapes = [];
    private readonly HashSet<string> forms = [];
    private readonly HashSet<string> shut = [];
    private int turn = start;

    /// <summary>Goes everywhere.</summary>
    public async Task RunAsync()
    {
        await FollowAsync();
        await AskAsync();
        await FollowAsync();
        await SearchAsync();
        await ForgeAsync();
        await visit.ListenAsync($"/Meetings/{World.NextMeeting}/Live/Pulse");
    }

    private async Task FollowAsync()
    {
        while (links.TryDequeue(out var link))
        {
            Keep(await visit.GetAsync(link), link);
        }
    }

    /// <summary>Asks for every address; what belongs to something unseen must answer as if it were not there (settled 20).</summary>
    private async Task AskAsync()
    {
        foreach (var route in routes.Gets.GroupBy(address => address.Template))
        {
            if (shut.Contains(route.First().Page))
            {
                continue;
            }

            var none = routes.Nothings[route.Key];
            Answer? nothing = null;
            foreach (var address in route.Where(address => !known.Contains(address.Path)))
            {
                var answer = await visit.GetAsync(address.Path);
                Keep(answer, address.Path);
                if (answer.IsShut)
                {
                    // Shut to the role, whatever it asks for; who that is, is proved for every page by itself.
                    shut.Add(address.Page);
                    break;
                }

                if (
                    !visit.Sees(address.Needs)
                    && !answer.IsLike(nothing ??= await visit.GetAsync(none), address.Path, none)
                )
                {
                    visit.Found($"GET {address.Path} ({(int)answer.Status}) that it exists");
                }

                // What a page leaves for the next one is told on the page it leads to.
                if (answer.Location is { } location)
                {
                    await visit.GetAsync(location);
                }
            }
        }
    }

    /// <summary>Posts to a record one may not see, by each handler there is: it is not there.</summary>
    private async Task ForgeAsync()
    {
        var account = await visit.Browser.GetAsync("/Account");
        var token = account
            .Document.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")
            ?.Value;
        if (token is null)
        {
            return;
        }

        // The one value that only a post shows.
        var shows = routes.Posts.Where(one =>
            one.Path.EndsWith("handler=Show", StringComparison.Ordinal)
        );
        foreach (var show in shows)
        {
            await visit.PostAsync(show.Path, (Token, token));
        }

        foreach (var route in routes.Posts.GroupBy(address => address.Template))
        {
            var unseen = route.Where(address => !visit.Sees(address.Needs)).ToList();
            // Each handler is tried by every other person, with another record each.
            if (unseen.Count == 0 || shut.Contains(unseen[0].Page) || ++turn % 2 == 0)
            {
                continue;
            }

            var address = unseen[turn % unseen.Count];
            var answer = await visit.PostAsync(address.Path, (Token, token));
            if (answer.Status is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden))
            {
                visit.Found($"POST {address.Path} ({(int)answer.Status}) that it exists");
            }
        }
    }

    private void Keep(Answer answer, string from)
    {
        if (answer.Location is { } location && location.StartsWith('/'))
        {
            Add(location);
        }

        if (!answer.Text.Contains("<html", StringComparison.Ordinal) || answer.IsRefusal)
        {
            return;
        }

        foreach (Match link in Href().Matches(answer.Text))
        {
            Add(new Uri(new Uri($"http://localhost{from}"), link.Groups["to"].Value).PathAndQuery);
        }

        if (answer.Text.Contains("method=\"get\"", StringComparison.Ordinal))
        {
            FillForms(answer.Text, from);
        }
    }

    private void Add(string link)
    {
        var path = link.Split('#')[0];
        if (Unfollowed().IsMatch(path) || !known.Add(path))
        {
            return;
        }

        var shape = Varying().Replace(path, "·");
        shapes[shape] = shapes.GetValueOrDefault(shape) + 1;
        if (shapes[shape] > MostAlike)
        {
            known.Remove(path);
            return;
        }

        links.Enqueue(path);
    }

    // A form that searches by its address: each box with each planted word, each list with each choice.
    private void FillForms(string text, string from)
    {
        foreach (
            var form in new HtmlParser()
                .ParseDocument(text)
                .QuerySelectorAll<IHtmlFormElement>("form[method=get]")
        )
        {
            var action = form.GetAttribute("action") is { Length: > 0 } given
                ? given
                : from.Split('?')[0];
            if (!forms.Add(action))
            {
                continue;
            }

            foreach (var box in form.QuerySelectorAll<IHtmlInputElement>("input[type=text]"))
            {
                foreach (var word in Typed())
                {
                    Enqueue($"{action}?{box.Name}={word}");
                }
            }

            foreach (var list in form.QuerySelectorAll<IHtmlSelectElement>("select"))
            {
                foreach (var choice in list.Options.Take(MostAlike))
                {
                    Enqueue($"{action}?{list.Name}={choice.Value}");
                }
            }
        }
    }

    private void Enqueue(string link)
    {
        if (known.Add(link))
        {
            links.Enqueue(link);
        }
    }

    private IEnumerable<string> Typed() =>
        Turns(
                [
                    .. world.Marks.All.Where(mark =>
                        !visit.Sees(mark.Secret)
                        && mark.Place
                            is "HubCase.Reference"
                                or "CasePerson.FamilyName"
                                or "HubCase.Title"
                    ),
                ],
                MostAlike
            )
            .Select(mark => mark.Text);

    [GeneratedRegex(
        "[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z]{3}-2026-[A-Z0-9]{4}|(?<==)[^&]*",
        RegexOptions.None,
        5000
    )]
    private static partial Regex Varying();

    [GeneratedRegex("href=\"(?<to>[^\"]*)\"", RegexOptions.None, 5000)]
    private static partial Regex Href();

    // Styles and pictures, other sites, and the PDF that a browser prints.
    [GeneratedRegex(
        "\\.(css|js|svg|ico|png|woff2|webmanifest)|^/assets|/Pdf|SignOut|^/Account/SignIn|^[^/]",
        RegexOptions.ExplicitCapture,
        5000
    )]
    private static partial Regex Unfollowed();
}
