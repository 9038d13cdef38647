using System.IO.Compression;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Agendas;

/// <summary>The agenda as a document of its own.</summary>
public sealed class AgendaPaperTests
{
    private static readonly string Agenda = $"/Meetings/{World.NextMeeting}/Agenda";

    [Theory, BothDatabases]
    [Rule("S1-A1")]
    public async Task The_word_file_holds_what_its_reader_may_see(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var open = Week.Case("CSH-2026-OPEN", "Marker open");
        await moot.AddAsync(open);
        await moot.AddAsync(Week.Accepted(open, World.NextMeeting));
        await Week.PublishAsync(moot, World.NextMeeting);
        Assert.Contains(
            "Marker open",
            await WordAsync(moot, People.Police),
            StringComparison.Ordinal
        );
        var councillor = await WordAsync(moot, People.Councillor);
        Assert.Contains("Campaigns and events", councillor, StringComparison.Ordinal);
        Assert.DoesNotContain("Marker open", councillor, StringComparison.Ordinal);
    }

    private static async Task<string> WordAsync(Moot moot, Person person)
    {
        using var browser = await moot.AsAsync(person);
        using var answer = await browser.SendAsync(new(HttpMethod.Get, $"{Agenda}?handler=Word"));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        await using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(
            await archive.GetEntry("word/document.xml")!.OpenAsync()
        );
        return await reader.ReadToEndAsync();
    }
}
