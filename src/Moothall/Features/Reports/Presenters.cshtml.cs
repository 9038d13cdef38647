using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Reports;

/// <summary>Who presents a draft: posts and their organisations (S3-16, S3-17).</summary>
[Access(Permission.KeepReports)]
public sealed class PresentersModel(MoothallDb db) : PageModel
{
    /// <summary>Somebody to add.</summary>
    public sealed class PresenterInput
    {
        [Field("Organisation", Required = "Choose the organisation")]
        public Guid? OrganisationId { get; set; }

        [Field(
            "Post",
            Limit = 200,
            Required = "Enter the post",
            Hint = "The post rather than the name, for example Community Safety Manager."
        )]
        public string Post { get; set; } = "";
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PresenterInput Input { get; set; } = new();

    public Report Report { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await FindAsync(cancel) && Report.IssuedAt is null ? Page() : NotFound();

    /// <summary>Adds somebody.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (
            Input.OrganisationId is { } chosen
            && Organisations.All(one => one.Value != chosen.ToString())
        )
        {
            ModelState.AddModelError(
                "Input.OrganisationId",
                "Choose an organisation from the list."
            );
        }

        if (
            Report.Presenters.Exists(one =>
                one.OrganisationId == Input.OrganisationId && one.Post == Input.Post
            )
        )
        {
            ModelState.AddModelError("Input.Post", "This post presents it already.");
        }

        return ModelState.IsValid
            ? await KeepAsync(
                () =>
                    db.Add(
                        new ReportPresenter
                        {
                            ReportId = Id,
                            OrganisationId = Input.OrganisationId!.Value,
                            Post = Input.Post,
                        }
                    ),
                cancel
            )
            : Page();
    }

    /// <summary>Takes somebody out.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid presenterId, CancellationToken cancel)
    {
        ModelState.Clear();
        if (
            !await FindAsync(cancel)
            || Report.Presenters.Find(one => one.Id == presenterId) is not { } leaving
        )
        {
            return NotFound();
        }

        return await KeepAsync(() => db.Remove(leaving), cancel);
    }

    private async Task<IActionResult> KeepAsync(Action change, CancellationToken cancel)
    {
        if (Report.Change() is { } problem)
        {
            ModelState.AddModelError("", problem);
            return Page();
        }

        change();
        await db.SaveChangesAsync(cancel);
        return Redirect($"/Reports/{Id}/Presenters");
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await ReportDesk.TakeAsync(db, Id, cancel) is not { } found)
        {
            return false;
        }

        Report = found;
        Organisations = await db.Set<Organisation>()
            .OrderBy(one => one.Name)
            .Select(one => new Choice(one.Name, one.Id))
            .ToItemsAsync(cancel);
        return true;
    }
}
