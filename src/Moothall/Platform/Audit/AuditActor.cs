namespace Moothall.Platform.Audit;

/// <summary>What kind of actor stands behind a change or a look.</summary>
public enum ActorKind
{
    Unknown,
    Person,
    Visitor,
    Job,
}

/// <summary>Who acts in this scope, why, and from where. Each request and each job says so before anything is saved.</summary>
public sealed class AuditActor
{
    /// <summary>Person, visitor or named job.</summary>
    public ActorKind Kind { get; private set; }

    /// <summary>The person's account, where there is one.</summary>
    public Guid? Id { get; private set; }

    /// <summary>The person's or the job's name; <c>visitor</c> for someone not signed in.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Network address of the request; empty for a job.</summary>
    public string From { get; private set; } = "";

    /// <summary>The purpose: the page's by default, or what the person said when asked (R14.8 keeps the justification).</summary>
    public string Why { get; set; } = "";

    /// <summary>A signed-in person acts.</summary>
    public void BePerson(Guid id, string name, string from, string why) =>
        Be(ActorKind.Person, id, name, from, why);

    /// <summary>Someone who is not signed in acts, for example at the sign-in page.</summary>
    public void BeVisitor(string from, string why) =>
        Be(ActorKind.Visitor, null, "visitor", from, why);

    /// <summary>A job acts under its own name.</summary>
    public void BeJob(string name, string why) => Be(ActorKind.Job, null, name, "", why);

    /// <summary>Refuses to go on where nobody stands behind a change.</summary>
    /// <exception cref="InvalidOperationException">No actor was named in this scope.</exception>
    public void RequireKnown()
    {
        if (Kind == ActorKind.Unknown)
        {
            throw new InvalidOperationException(
                "A change needs a person, a visitor or a named job behind it."
            );
        }
    }

    private void Be(ActorKind kind, Guid? id, string name, string from, string why) =>
        (Kind, Id, Name, From, Why) = (kind, id, name, from, why);
}
