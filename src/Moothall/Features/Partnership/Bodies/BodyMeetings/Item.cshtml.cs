using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Bodies.BodyMeetings;

/// <summary>Adds or changes an item of the agenda.</summary>
[Access(Permission.KeepBodies)]
[UploadLimit]
public sealed class ItemModel(MoothallDb db, BodyFiles files, IOptions<DocumentsOptions> documents)
    : MeetingPage(db)
{
    /// <summary>What one says of an item.</summary>
    public sealed class ItemInput
    {
        [Field(
            "Place on the agenda",
            Width = 3,
            Least = 1,
            Most = 99,
            Required = "Enter its place on the agenda"
        )]
        public int? Order { get; set; }

        [Field("Title", Limit = 200, Required = "Enter the title")]
        public string Title { get; set; } = "";

        [Field("Presented by", Limit = 120)]
        public string Presenter { get; set; } = "";

        [Field("Minutes planned", Width = 3, Least = 1, Most = 600)]
        public int? Minutes { get; set; }

        [Field("It may be shown to everybody", Hint = "Partners only otherwise.")]
        public bool IsPublic { get; set; }
    }

    [BindProperty]
    public ItemInput Input { get; set; } = new();

    [BindProperty]
    [Field("Paper")]
    public IFormFile? Upload { get; set; }

    private readonly MoothallDb db = db;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(
        Guid id,
        Guid? item,
        bool tooLarge,
        CancellationToken cancel
    )
    {
        if (
            !await LoadAsync(id, cancel)
            || (item is not null && Meeting.Items.TrueForAll(one => one.Id != item))
        )
        {
            return NotFound();
        }

        Version = Meeting.Version;
        Input = Meeting.Items.Find(one => one.Id == item) is { } known
            ? new()
            {
                Order = known.Order,
                Title = known.Title,
                Presenter = known.Presenter,
                Minutes = known.Minutes,
                IsPublic = known.IsPublic,
            }
            : new() { Order = Meeting.Items.Select(one => one.Order).DefaultIfEmpty().Max() + 1 };
        if (tooLarge)
        {
            ModelState.AddModelError(nameof(Upload), UploadLimitAttribute.Words(documents.Value));
        }

        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, Guid? item, CancellationToken cancel)
    {
        if (
            !await LoadAsync(id, cancel)
            || (item is not null && Meeting.Items.TrueForAll(one => one.Id != item))
        )
        {
            return NotFound();
        }

        var file = await files.KeepAsync(Upload, ModelState, cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var row = Meeting.Items.Find(one => one.Id == item);
        if (row is null)
        {
            row = new()
            {
                MeetingId = id,
                Order = 1,
                Title = Input.Title,
            };
            db.Add(row);
        }

        (row.Order, row.Title, row.Presenter) = (Input.Order!.Value, Input.Title, Input.Presenter);
        (row.Minutes, row.IsPublic, row.FileId) = (
            Input.Minutes,
            Input.IsPublic,
            file?.Id ?? row.FileId
        );
        return await SaveAsync("The agenda is saved.", cancel);
    }
}
