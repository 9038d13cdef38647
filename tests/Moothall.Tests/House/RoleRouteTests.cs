using System.Net;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Platform.Access;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.House;

/// <summary>
/// Every page there is × every role there is, made from the routes themselves, so that a new page cannot be forgotten:
/// who lacks the permission is refused, who holds it is not, and a visitor gets no further than signing in.
/// </summary>
public sealed class RoleRouteTests
{
    private static readonly Person[] OneOfEachRole =
    [
        .. Enum.GetValues<Role>()
            .Select(role => People.All.First(person => person.Roles[0] == role)),
    ];

    [Theory, BothDatabases]
    public async Task Every_page_answers_every_role_as_the_matrix_says(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var pages = await PagesAsync(moot);
        Assert.NotEmpty(pages);
        var wrong = new List<string>();
        foreach (var person in OneOfEachRole)
        {
            using var browser = await moot.AsAsync(person);
            foreach (var (path, access) in pages)
            {
                using var answer = await browser.SendAsync(new(HttpMethod.Get, path));
                var may = access is null || RoleMatrix.Of(person.Roles).Contains(access.Permission);
                if (
                    may == (answer.StatusCode == HttpStatusCode.Forbidden)
                    || (int)answer.StatusCode >= 500
                )
                {
                    wrong.Add(
                        $"{person.Roles[0]} {path}: {(int)answer.StatusCode}, {access?.Permission.ToString() ?? "open"}"
                    );
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory, BothDatabases]
    public async Task A_visitor_is_led_to_sign_in_from_every_page_that_is_not_open(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var visitor = moot.Visitor();
        foreach (var (path, _) in (await PagesAsync(moot, openToo: false)))
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                using var answer = await visitor.SendAsync(new(method, path));
                Assert.True(
                    answer.StatusCode == HttpStatusCode.Found
                        && answer.Headers.Location!.OriginalString.StartsWith(
                            "/Account/SignIn",
                            StringComparison.Ordinal
                        ),
                    $"{method} {path} answered {(int)answer.StatusCode}"
                );
            }
        }
    }

    /// <summary>An address of every page, with an identifier that belongs to nothing where it wants one.</summary>
    private static async Task<IReadOnlyList<(string Path, AccessAttribute? Access)>> PagesAsync(
        Moot moot,
        bool openToo = true
    )
    {
        var loader =
            moot.Services.GetRequiredService<Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure.PageLoader>();
        var pages = moot
            .Services.GetRequiredService<IActionDescriptorCollectionProvider>()
            .ActionDescriptors.Items.OfType<PageActionDescriptor>();
        var found = new List<(string, AccessAttribute?)>();
        foreach (var page in pages)
        {
            var loaded = await loader.LoadAsync(
                page,
                Microsoft.AspNetCore.Http.EndpointMetadataCollection.Empty
            );
            var metadata = loaded.EndpointMetadata ?? [];
            var open = metadata.OfType<OpenAttribute>().Any();
            if (
                open && !openToo
                || open && page.ViewEnginePath.StartsWith("/Account", StringComparison.Ordinal)
                || page.ViewEnginePath == "/Shared/Error"
            )
            {
                continue;
            }

            found.Add(
                (
                    Address(page.AttributeRouteInfo!.Template!),
                    metadata.OfType<AccessAttribute>().LastOrDefault()
                )
            );
        }

        return [.. found.DistinctBy(page => page.Item1)];
    }

    private static string Address(string template) =>
        "/"
        + string.Join(
            '/',
            template
                .Split('/')
                .Where(part => !part.Contains('?', StringComparison.Ordinal))
                .Select(part => part.StartsWith('{') ? Filled(part) : part)
        );

    private static string Filled(string part) =>
        part.Contains("guid", StringComparison.OrdinalIgnoreCase)
            ? "00000000-0000-7000-8000-000000000999"
        : part.Contains("int", StringComparison.OrdinalIgnoreCase)
        || part.Contains("long", StringComparison.OrdinalIgnoreCase)
            ? "404"
        : "CSH-2026-ZZZZ";
}
