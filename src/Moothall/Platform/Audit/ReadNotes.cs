using Moothall.Platform.Data;

namespace Moothall.Platform.Audit;

/// <summary>The personal records that this request has loaded. One audit entry tells them all before the response leaves (settled 18).</summary>
public sealed class ReadNotes
{
    private readonly HashSet<Subject> shown = [];
    private readonly List<IPersonalRecord> loaded = [];

    /// <summary>Whether loading counts as showing; jobs and commands turn it off because nobody is looking.</summary>
    public bool On { get; set; } = true;

    /// <summary>What was loaded so far.</summary>
    public IReadOnlyCollection<Subject> Shown
    {
        get
        {
            foreach (var (kind, id) in loaded.Select(record => record.ShownAs))
            {
                shown.Add(new(kind, id));
            }

            loaded.Clear();
            return shown;
        }
    }

    /// <summary>Notes a record that is being loaded; what it is shown as is asked once its fields are filled.</summary>
    internal void NoteLoaded(IPersonalRecord record)
    {
        if (On)
        {
            loaded.Add(record);
        }
    }

    /// <summary>Notes a record that a query shows without loading it as an entity, for example a search hit or a file.</summary>
    public void Note(string kind, Guid id)
    {
        if (On)
        {
            shown.Add(new(kind, id));
        }
    }

    /// <summary>Forgets what was noted, for a refresh that shows nothing new (settled 18: the live meeting).</summary>
    public void Clear()
    {
        loaded.Clear();
        shown.Clear();
    }

    /// <summary>Nothing is noted until the returned scope is disposed: for what counts or drafts and shows nobody anything.</summary>
    /// <param name="reads">The notes of the request; nothing outside one.</param>
    public static IDisposable Pause(ReadNotes? reads) => new Paused(reads);

    private sealed class Paused : IDisposable
    {
        private readonly ReadNotes? reads;
        private readonly bool before;

        public Paused(ReadNotes? reads)
        {
            (this.reads, before) = (reads, reads?.On ?? false);
            reads?.On = false;
        }

        public void Dispose() => reads?.On = before;
    }
}
