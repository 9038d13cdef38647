using System.Net;
using System.Reflection;
using Moothall.Features.Help;
using Moothall.Platform.Ui;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Help;

/// <summary>Help: to each reader what their roles can do.</summary>
public sealed class HelpPageTests
{
    [Theory, BothDatabases]
    public async Task Everybody_reads_of_what_they_can_do_and_every_link_opens(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        foreach (var person in People.All)
        {
            using var browser = await moot.AsAsync(person);
            var page = await browser.GetAsync("/Help");
            foreach (var link in page.Document.QuerySelectorAll("main a[href^='/']"))
            {
                var path = link.GetAttribute("href")!;
                Assert.True(
                    (await browser.GetAsync(path)).Status == HttpStatusCode.OK,
                    $"{person.Name} is led to {path}"
                );
            }

            foreach (var link in page.Document.QuerySelectorAll("main a[href^='#']"))
            {
                Assert.NotNull(page.Document.QuerySelector(link.GetAttribute("href")!));
            }
        }

        using var visitor = moot.Visitor();
        var open = (await visitor.GetAsync("/Help")).Words;
        Assert.Contains("You lost your telephone", open, StringComparison.Ordinal);
        Assert.DoesNotContain("Refer somebody", open, StringComparison.Ordinal);
        using var ivy = await moot.AsAsync(People.Administrator);
        var hers = (await ivy.GetAsync("/Help")).Words;
        Assert.Contains("Invite somebody", hers, StringComparison.Ordinal);
        Assert.DoesNotContain("Refer somebody", hers, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_field_that_links_to_the_help_finds_its_part()
    {
        var asked = typeof(HelpTopics)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetProperties())
            .Select(property => property.GetCustomAttribute<FieldAttribute>()?.Help)
            .OfType<string>()
            .ToList();
        Assert.NotEmpty(asked);
        Assert.Empty(asked.Except(HelpTopics.All.Select(topic => topic.Id)));
    }

    [Theory, BothDatabases]
    public async Task A_field_that_needs_it_links_to_its_part(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var petra = await moot.AsAsync(People.Police);
        var link = (await petra.GetAsync("/Referrals/New")).Document.QuerySelector(
            "main a[href='/Help#why-share']"
        );
        Assert.Equal("_blank", link!.GetAttribute("target"));
    }
}
