using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.House.Markers;

/// <summary>An address to ask for, and the secrets one must see for it to lead anywhere.</summary>
/// <param name="Page">The page's route.</param>
/// <param name="Template">The same with its handler.</param>
/// <param name="Path">The address.</param>
/// <param name="Needs">The secrets that its identifiers belong to.</param>
internal sealed record Address(
    string Page,
    string Template,
    string Path,
    IReadOnlyList<Secret> Needs
);

/// <summary>Every address of the product with every planted identifier in it, from the routes themselves, so that a new page cannot be forgotten.</summary>
internal sealed partial class Routes
{
    private readonly ILookup<string, (string Value, Secret? Secret)> values;

    private Routes(PlantedWorld world)
    {
        (string, string, Secret?)[] known =
        [
            .. world.Marks.All.Select(mark => (mark.Place, mark.Text, (Secret?)mark.Secret)),
            .. PlantedWorld.Meetings.Select(id =>
                (
                    "Meeting",
                    id.ToString(),
                    id == PlantedWorld.Prepared ? Secret.Preparation : (Secret?)null
                )
            ),
            ("Minutes", PlantedWorld.WeekBefore.ToString(), Secret.MinutesForGuest),
            ("Minutes", PlantedWorld.LastWeek.ToString(), Secret.MinutesDraft),
            ("Copy", world.CopyId.ToString(), null),
            ("Withdrawal", PlantedWorld.Withdrawn.ToString(), null),
            ("Attempt", world.AttemptId.ToString(), null),
            ("SheetCopy", world.SheetCopyId.ToString(), null),
            ("Attempt", world.SheetAttemptId.ToString(), null),
            ("Statement", "Accessibility", null),
            ("Statement", "Privacy", null),
            ("SheetKind", "Actions", null),
            ("SheetKind", "Research", null),
            ("Member", World.HousingMember.ToString(), null),
            ("Member", World.PoliceMember.ToString(), null),
            ("Setting", World.Hub.ToString(), null),
            ("Setting", World.PoliceMember.ToString(), null),
            ("Setting", World.Arson.ToString(), null),
            ("Setting", People.Police.Id.ToString(), null),
            ("Priority", world.PriorityId.ToString(), null),
            ("CalendarFeed", "of-nobody", null),
            ("Removable", "Action", null),
            ("Number", "1", null),
            ("PlanYear", "2026", null),
            ("GateKind", "Assessment", null),
            // The address of a page that was withdrawn stays, for the notice on it.
            ("Publication.Id", world.WithdrawnPageId.ToString(), null),
            ("ReportKind", "BoardPack", null),
            ("DataFormat", "json", null),
            ("DataFormat", "csv", null),
            ("Status", "404", null),
            ("Status", "500", null),
        ];
        values = known
            .DistinctBy(one => one.Item3 is { } secret ? $"{one.Item1} {secret}" : one.Item2)
            .ToLookup(one => one.Item1, one => (one.Item2, one.Item3));
    }

    /// <summary>Addresses that are asked for.</summary>
    public List<Address> Gets { get; } = [];

    /// <summary>Addresses that a form is posted to.</summary>
    public List<Address> Posts { get; } = [];

    /// <summary>Pages and endpoints there are.</summary>
    public int Count { get; private set; }

    /// <summary>An address of the same route with identifiers that belong to nothing, for each route.</summary>
    public Dictionary<string, string> Nothings { get; } = [];

    /// <summary>Reads the routes of the running application.</summary>
    public static async Task<Routes> ReadAsync(Moot moot, PlantedWorld world)
    {
        var routes = new Routes(world);
        var loader = moot.Services.GetRequiredService<PageLoader>();
        foreach (
            var page in moot
                .Services.GetRequiredService<IActionDescriptorCollectionProvider>()
                .ActionDescriptors.Items.OfType<PageActionDescriptor>()
                .DistinctBy(page => page.AttributeRouteInfo!.Template)
        )
        {
            routes.Add(await loader.LoadAsync(page, EndpointMetadataCollection.Empty));
        }

        foreach (
            var other in moot
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(one => one.Metadata.GetMetadata<PageActionDescriptor>() is null)
                // The stream of events never ends, so it is read by itself; here its one number.
                .Where(one => one.RoutePattern.RawText!.EndsWith("Pulse", StringComparison.Ordinal))
        )
        {
            routes.Add(routes.Gets, other.RoutePattern.RawText!.Trim('/'), "?once=1");
            routes.Count++;
        }

        return routes;
    }

    private void Add(CompiledPageActionDescriptor page)
    {
        Count++;
        var template = page.AttributeRouteInfo!.Template!;
        // A PDF is the Word file's text again, printed by a browser that takes seconds.
        if (template.EndsWith("/Pdf", StringComparison.Ordinal))
        {
            return;
        }

        var bound = page
            .BoundProperties.OfType<PageBoundPropertyDescriptor>()
            .Where(one => one.Property.GetCustomAttribute<BindPropertyAttribute>()!.SupportsGet)
            .Select(one => (one.Name, one.ParameterType))
            .ToList();
        foreach (var handler in page.HandlerMethods)
        {
            if (string.IsNullOrEmpty(handler.HttpMethod) || handler.Name == "HandlerExecuting")
            {
                continue;
            }

            var tail = handler.Name is { } name ? $"?handler={name}" : "";
            if (string.Equals(handler.HttpMethod, "Post", StringComparison.OrdinalIgnoreCase))
            {
                Add(Posts, template, tail);
                continue;
            }

            Add(Gets, template, tail);
            var asked = handler
                .Parameters.Select(one => (one.Name, one.ParameterType))
                .Concat(bound)
                .Where(one => !template.Contains($"{{{one.Name}", StringComparison.Ordinal));
            foreach (var (parameter, _) in asked.Where(one => IsKey(one.Name, one.ParameterType)))
            {
                foreach (var value in Queries[parameter].SelectMany(place => values[place]))
                {
                    var sign = tail.Length == 0 ? '?' : '&';
                    Add(Gets, template, $"{tail}{sign}{parameter}={value.Value}", first: true);
                }
            }
        }
    }

    private static bool IsKey(string name, Type type) =>
        type == typeof(Guid) || type == typeof(Guid?) || Queries.ContainsKey(name);

    private void Add(List<Address> list, string template, string tail, bool first = false)
    {
        var key =
            $"{template} {tail.Split('=')[0]} {(tail.StartsWith("?h", StringComparison.Ordinal) ? tail : "")}";
        List<Address> made = [new(template, key, "", [])];
        var (before, nothing) = ("", "");
        foreach (var part in template.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!part.StartsWith('{'))
            {
                made = made.ConvertAll(one => one with { Path = $"{one.Path}/{part}" });
                (before, nothing) = ($"{before}/{part}".Trim('/'), $"{nothing}/{part}");
                continue;
            }

            var choices = PlacesAt(before).SelectMany(place => values[place]).ToList();
            Assert.True(choices.Count > 0, $"Say in Routes.Places what goes into {template}.");
            List<Address> filled =
            [
                // The first record of a kind with every part of another, and each other record with one part.
                .. made.SelectMany(
                    (one, i) => choices.Take(i == 0 ? choices.Count : 1).Select(Put(one))
                ),
            ];
            made = part.Contains('?', StringComparison.Ordinal) ? [.. made, .. filled] : filled;
            nothing += $"/{Nothing(part)}";
        }

        list.AddRange(
            made.Take(first ? 1 : made.Count)
                .Select(one => one with { Path = Rooted(one.Path, tail) })
        );
        Nothings[key] = Rooted(nothing, tail);
    }

    private static Func<(string Value, Secret? Secret), Address> Put(Address one) =>
        choice =>
            one with
            {
                Path = $"{one.Path}/{choice.Value}",
                Needs = choice.Secret is { } secret ? [.. one.Needs, secret] : one.Needs,
            };

    private static string Rooted(string path, string tail) =>
        (path.Length == 0 ? "/" : path) + tail;

    private static string Nothing(string part) =>
        part.Contains("guid", StringComparison.Ordinal) ? "00000000-0000-7000-8000-000000000999"
        : part.Contains("int", StringComparison.Ordinal) ? "418"
        : "CSH-2026-ZZZZ";

    // Settings and accounts are no secret from whoever may open their pages at all.
    private static string[] PlacesAt(string before) =>
        Places.GetValueOrDefault(before)
        ?? (before.Split('/')[0] is "Partnership" or "Account" ? ["Setting"] : []);
}
