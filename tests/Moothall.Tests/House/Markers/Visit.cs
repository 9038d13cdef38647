using System.Net;
using System.Text.RegularExpressions;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.House.Markers;

/// <summary>What came back for a request.</summary>
internal sealed record Answer(HttpStatusCode Status, string? Location, string Text)
{
    /// <summary>Shut to the role itself, whatever it was asked for.</summary>
    public bool IsShut =>
        Status is HttpStatusCode.Forbidden
        || Location?.StartsWith("/Account/SignIn", StringComparison.Ordinal) == true;

    /// <summary>Neither there nor theirs.</summary>
    public bool IsRefusal => IsShut || Status is HttpStatusCode.NotFound;

    /// <summary>Whether it tells no more than the answer to an address of nothing.</summary>
    public bool IsLike(Answer nothing, string asked, string askedForNothing) =>
        IsRefusal
        && Status == nothing.Status
        && (
            Location is not null
            || Visit.Same(Text, asked) == Visit.Same(nothing.Text, askedForNothing)
        );
}

/// <summary>One person going through the product, with every answer looked through for marks.</summary>
internal sealed partial class Visit(PlantedWorld world, Person? person, Browser browser)
{
    /// <summary>Marks that this person may not see and saw, and where.</summary>
    public List<string> Leaks { get; } = [];

    /// <summary>Marks that this person saw.</summary>
    public HashSet<Mark> Seen { get; } = [];

    /// <summary>Requests made.</summary>
    public int Requests { get; private set; }

    /// <summary>The person; nobody for a visitor.</summary>
    public Person? Person => person;

    /// <summary>Who it is.</summary>
    public string Name => person?.Name ?? "A visitor";

    /// <summary>The browser, for forms.</summary>
    public Browser Browser => browser;

    /// <summary>Whether this person may see all of these.</summary>
    public bool Sees(IEnumerable<Secret> secrets) => secrets.All(Sees);

    /// <summary>Whether this person may see it.</summary>
    public bool Sees(Secret secret) => person is not null && Readers.Of[secret].Contains(person);

    /// <summary>Asks for an address.</summary>
    public Task<Answer> GetAsync(string path) => SendAsync(new(HttpMethod.Get, path), path);

    /// <summary>Posts a form.</summary>
    public Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(
            new(HttpMethod.Post, path)
            {
                Content = new FormUrlEncodedContent(
                    fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
                ),
            },
            $"{path} {string.Join(' ', fields.Select(field => field.Value))}"
        );

    /// <summary>Reads the first event of a stream, where it is open to this person.</summary>
    public async Task ListenAsync(string path)
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var answer = await browser.SendAsync(
            new(HttpMethod.Get, path),
            HttpCompletionOption.ResponseHeadersRead
        );
        using var stream = new StreamReader(await answer.Content.ReadAsStreamAsync(stop.Token));
        while (await stream.ReadLineAsync(stop.Token) is { } line)
        {
            Look(line, path, path);
            if (line.StartsWith("data:", StringComparison.Ordinal))
            {
                Events++;
                return;
            }
        }
    }

    /// <summary>Events heard.</summary>
    public int Events { get; private set; }

    /// <summary>Looks through a text for marks that this person may not see, but for those they typed themselves.</summary>
    public void Look(string text, string typed, string where)
    {
        HashSet<Mark>? own = null;
        foreach (var mark in world.Marks.In(text))
        {
            if ((own ??= [.. world.Marks.In(typed)]).Contains(mark))
            {
                continue;
            }

            // The data protection officer sees logs, which name records by their identifiers.
            if (Sees(mark.Secret) || (mark.IsId && person == People.DataProtection))
            {
                Seen.Add(mark);
            }
            else
            {
                Leaks.Add($"{Name} saw {mark} at {where}");
            }
        }
    }

    /// <summary>Notes what this person learns though they may not.</summary>
    public void Found(string what) => Leaks.Add($"{Name} learns from {what}");

    private async Task<Answer> SendAsync(HttpRequestMessage request, string typed)
    {
        Requests++;
        var where = $"{request.Method} {request.RequestUri}";
        using var answer = await browser.SendAsync(request);
        var text = await Body.ReadAsync(answer);
        if ((int)answer.StatusCode >= 500 && typed != "/Error/500")
        {
            Leaks.Add($"{Name} met {(int)answer.StatusCode} at {where}");
        }

        Look(text, Uri.UnescapeDataString(typed), where);
        return new(answer.StatusCode, answer.Headers.Location?.OriginalString, text);
    }

    /// <summary>A page without what differs from one showing to the next: keys, times of day, and what was asked for.</summary>
    public static string Same(string page, string typed)
    {
        var content = page[
            Math.Max(0, page.IndexOf("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))..
        ];
        content = content.Replace(typed, "·", StringComparison.OrdinalIgnoreCase);
        return Differing().Replace(content, "·");
    }

    [GeneratedRegex(
        "CfDJ[A-Za-z0-9_-]+|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|moot-reference\">[^<]*<",
        RegexOptions.None,
        5000
    )]
    private static partial Regex Differing();
}
