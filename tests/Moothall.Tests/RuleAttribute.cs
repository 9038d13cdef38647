namespace Moothall.Tests;

/// <summary>Names the clause of the requirements that a test proves; breaking the behaviour must turn the test red.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class RuleAttribute(string clause) : Attribute
{
    /// <summary>The clause, for example <c>S1-7.2j</c>.</summary>
    public string Clause { get; } = clause;
}
