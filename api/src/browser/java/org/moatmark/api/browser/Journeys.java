package org.moatmark.api.browser;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives every journey its {@link Scenery}. The browser and the server behind it are the same for all journeys of a run; the
 * organisation is the journey's own. Visitors leave when their test ends. Where there is no browser, journeys are skipped.
 */
final class Journeys implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace KEPT = Namespace.create(Journeys.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext journey) {
        return Chromium.program().isPresent()
                ? ConditionEvaluationResult.enabled("There is a browser.")
                : ConditionEvaluationResult.disabled("Journeys are skipped: there is no chromium on the PATH.");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext journey) {
        return parameter.getParameter().getType() == Scenery.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext journey) {
        return scenery(journey);
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        scenery(test).leave(test.getExecutionException().isPresent() ? test.getDisplayName() : null);
    }

    private static Scenery scenery(ExtensionContext journey) {
        ExtensionContext.Store all = journey.getRoot().getStore(KEPT);
        return all.getOrComputeIfAbsent(
                journey.getRequiredTestClass(),
                test -> new Scenery(stage(all, test.getAnnotation(AtMoment.class)), test.getSimpleName()),
                Scenery.class);
    }

    private static Stage stage(ExtensionContext.Store all, @Nullable AtMoment still) {
        return still == null
                ? all.getOrComputeIfAbsent(Stage.class)
                : all.getOrComputeIfAbsent(still.value(), Stage::at, Stage.class);
    }
}
