using Microsoft.AspNetCore.Mvc.ModelBinding;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;

namespace Moothall.Features.Partnership.Bodies;

/// <summary>Takes in the files of bodies: terms, papers and documents.</summary>
public sealed class BodyFiles(MoothallDb db, UploadKeeper keeper, CurrentUser user)
{
    /// <summary>Name of the field on every form.</summary>
    public const string Field = "Upload";

    /// <summary>Keeps a file and adds its row; what is wrong with it is said beside the field.</summary>
    public async Task<StoredFile?> KeepAsync(
        IFormFile? upload,
        ModelStateDictionary state,
        CancellationToken cancel
    )
    {
        if (upload is null || !state.IsValid)
        {
            return null;
        }

        var (file, problem) = await keeper.KeepAsync(upload, user.Id, cancel);
        if (file is null)
        {
            state.AddModelError(Field, problem);
            return null;
        }

        db.Add(file);
        return file;
    }
}
