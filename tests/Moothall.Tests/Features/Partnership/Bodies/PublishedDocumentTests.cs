using Microsoft.EntityFrameworkCore;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Partnership.Bodies;

/// <summary>A document that everybody reads, and whoever changes it.</summary>
public sealed class PublishedDocumentTests
{
    private static readonly Guid Board = BodyPublishingTests.Board;

    [Theory, BothDatabases]
    public async Task That_everybody_still_reads_a_document_is_said_to_whoever_changes_it(
        Database database
    )
    {
        await using var moot = await BodyPublishingTests.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        await carys.UploadAsync(
            await carys.GetAsync($"/Bodies/{Board}/Document"),
            "Save",
            "Upload",
            "leaflet.txt",
            "For all"u8.ToArray(),
            ("Details.Title", "Leaflet"),
            ("Details.Audience", "Public")
        );
        var document = await moot.WithAsync(db =>
            db.Set<Moothall.Features.Partnership.Bodies.BodyDocuments.BodyDocument>()
                .Select(one => one.Id)
                .SingleAsync()
        );
        var path = $"/Bodies/Documents/{document}/Edit";
        Assert.DoesNotContain(
            "It is published",
            (await carys.GetAsync(path)).Words,
            StringComparison.Ordinal
        );
        var id = await BodyPublishingTests.PublishAsync(moot, "leaflet");
        var form = await carys.GetAsync(path);
        Assert.Contains("It is published", form.Words, StringComparison.Ordinal);
        Assert.Contains($"/Publishing/{id}", form.Text, StringComparison.Ordinal);
        var saved = await carys.UploadAsync(
            form,
            "Save",
            "Upload",
            null,
            [],
            ("Details.Title", "Leaflet"),
            ("Details.Audience", "Members")
        );
        Assert.Contains(
            "What everybody reads is still what was published before.",
            saved.Words,
            StringComparison.Ordinal
        );
    }
}
