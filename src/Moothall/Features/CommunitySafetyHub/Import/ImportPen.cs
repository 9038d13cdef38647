using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Import;

/// <summary>Adds rows and remembers each under its import.</summary>
internal sealed class ImportPen(
    MoothallDb db,
    HubImport import,
    HubViewer viewer,
    DateTime now,
    DateOnly today
)
{
    public HubImport Import => import;
    public HubViewer Viewer => viewer;
    public DateTime Now => now;
    public DateOnly Today => today;

    /// <summary>"Brought in from “cases.xlsx” on 22 November 2026", as it stands on timelines.</summary>
    public string Whence => $"Brought in from “{import.FileName}” on {UkTime.Date(today)}";

    /// <summary>Adds a row.</summary>
    /// <param name="record">The row.</param>
    /// <param name="name">What a person calls it, or what it is part of.</param>
    /// <param name="place">Where it stood in the file.</param>
    public T Add<T>(T record, string name, string place)
        where T : Record
    {
        db.Add(record);
        Remember(record, name, place);
        return record;
    }

    /// <summary>Remembers a row that is added with another.</summary>
    public void Remember(Record record, string name, string place) =>
        Remember(record.GetType().Name, record.Id, name, place);

    /// <summary>Remembers a row by its kind and identifier.</summary>
    public void Remember(string kind, Guid id, string name, string place) =>
        db.Add(
            new ImportedRecord
            {
                ImportId = import.Id,
                Kind = kind,
                RecordId = id,
                Name = name,
                Place = place,
            }
        );
}
