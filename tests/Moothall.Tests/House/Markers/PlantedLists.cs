using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Import;
using Moothall.Tests.Features.CommunitySafetyHub.Import;
using Moothall.Tests.Hosting;
using Moothall.Tests.Platform.Documents.Tables;

namespace Moothall.Tests.House.Markers;

/// <summary>Minutes from before the hub moved in, and a list that Carys is bringing in.</summary>
internal sealed partial class PlantedWorld
{
    private async Task BringInAsync()
    {
        using var carys = await moot.AsAsync(People.Coordinator);
        var paper = TableFiles.Docx(
            TableFiles.Paragraph(Marks.Word(Secret.PastMinutes, "PastMinutes.Text"))
        );
        var name = Marks.Word(Secret.PastMinutes, "PastMinutes.FileName");
        var done = await Bringing.BringAsync(
            carys,
            ImportKind.Minutes,
            $"{name}.docx",
            paper,
            "10 11 2026"
        );
        Marks.Know(done.Path.Split('/')[^1], Secret.ListBroughtIn, "HubImport.Reference");
        var id = await moot.WithAsync(db =>
            db.Set<PastMinutes>().Select(one => one.Id).SingleAsync()
        );
        Marks.Know(id.ToString(), Secret.PastMinutes, "PastMinutes.Id");
        var title = Marks.Word(Secret.ListOfCarys, "title in a list");
        var draft = await Bringing.UploadAsync(
            carys,
            ImportKind.Cases,
            $"{Marks.Word(Secret.ListOfCarys, "name of a list")}.csv",
            TableFiles.Bytes($"Ref,Issue,Topic\nZ/1,{title},Arson\n")
        );
        Marks.Know(draft.Path.Split('/')[^1], Secret.ListOfCarys, "ImportDraft.Id");
    }
}
