using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Moothall.Platform.Data;

namespace Moothall.Platform.Audit;

/// <summary>
/// Notes every personal record the moment it is loaded, so that no page can forget to. It stands in the code that makes a record
/// from a row: an interceptor of each finished record would do the same at fifty times the price.
/// </summary>
public sealed class ReadNoter : IInstantiationBindingInterceptor
{
    /// <summary>The one instance: it keeps nothing, the notes belong to the context.</summary>
    public static readonly ReadNoter Instance = new();

    /// <inheritdoc/>
    public InstantiationBinding ModifyBinding(
        InstantiationBindingInterceptionData interceptionData,
        InstantiationBinding binding
    ) =>
        interceptionData.TypeBase.ClrType.IsAssignableTo(typeof(IPersonalRecord))
        && binding is not Noting
            ? new Noting(binding)
            : binding;

    private static T Note<T>(DbContext context, T record)
        where T : class, IPersonalRecord
    {
        (context as MoothallDb)?.Reads?.NoteLoaded(record);
        return record;
    }

    private sealed class Noting(InstantiationBinding inner)
        : InstantiationBinding(inner.ParameterBindings)
    {
        private static readonly MethodInfo NoteMethod = typeof(ReadNoter).GetMethod(
            nameof(Note),
            BindingFlags.NonPublic | BindingFlags.Static
        )!;

        public override Type RuntimeType => inner.RuntimeType;

        public override Expression CreateConstructorExpression(ParameterBindingInfo bindingInfo) =>
            Expression.Call(
                NoteMethod.MakeGenericMethod(inner.RuntimeType),
                Expression.Property(
                    bindingInfo.MaterializationContextExpression,
                    nameof(MaterializationContext.Context)
                ),
                inner.CreateConstructorExpression(bindingInfo)
            );

        public override InstantiationBinding With(
            IReadOnlyList<ParameterBinding> parameterBindings
        ) => new Noting(inner.With(parameterBindings));
    }
}
