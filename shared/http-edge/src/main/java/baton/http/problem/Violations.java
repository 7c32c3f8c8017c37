package baton.http.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** Turns the violations of Bean Validation into {@link FieldError}s. */
final class Violations {

  private Violations() {}

  /** Whether we broke a constraint on what a method returns: our fault, not the caller's. */
  static boolean onReturnValue(ConstraintViolationException failure) {
    for (ConstraintViolation<?> violation : failure.getConstraintViolations()) {
      for (Path.Node node : violation.getPropertyPath()) {
        if (node.getKind() == ElementKind.RETURN_VALUE) {
          return true;
        }
      }
    }
    return false;
  }

  /** In an order that does not change from call to call. */
  static List<FieldError> errors(ConstraintViolationException failure) {
    return errors(failure.getConstraintViolations());
  }

  /** The same of violations that nothing was thrown for. */
  static List<FieldError> errors(Collection<? extends ConstraintViolation<?>> violations) {
    return violations.stream()
        .map(Violations::error)
        .sorted(Comparator.comparing(FieldError::toString))
        .toList();
  }

  private static FieldError error(ConstraintViolation<?> violation) {
    Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
    StringBuilder pointer = new StringBuilder();
    Method method = null;
    while (nodes.hasNext()) {
      Path.Node node = nodes.next();
      if (node.getKind() == ElementKind.METHOD) {
        method = method(violation.getRootBeanClass(), node.as(Path.MethodNode.class));
      } else if (node.getKind() == ElementKind.PARAMETER) {
        String parameter = parameter(method, node.as(Path.ParameterNode.class).getParameterIndex());
        if (parameter != null) {
          return FieldError.parameter(parameter, violation.getMessage());
        }
      } else {
        steps(node).forEach(step -> pointer.append(FieldError.token(step)));
      }
    }
    return FieldError.at(pointer.toString(), violation.getMessage());
  }

  /** An element of a list is its index and then, for a bean's property, the property. */
  private static List<String> steps(Path.Node node) {
    List<String> steps = new ArrayList<>(2);
    if (node.getIndex() != null) {
      steps.add(node.getIndex().toString());
    } else if (node.getKey() != null) {
      steps.add(node.getKey().toString());
    }
    if (node.getKind() != ElementKind.CONTAINER_ELEMENT && node.getName() != null) {
      steps.add(node.getName());
    }
    return steps;
  }

  /** The class may be a generated subclass, whose methods carry no annotations. */
  private static Method method(Class<?> bean, Path.MethodNode node) {
    Class<?>[] types = node.getParameterTypes().toArray(Class<?>[]::new);
    Method found = null;
    for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
      try {
        found = type.getDeclaredMethod(node.getName(), types);
      } catch (NoSuchMethodException notHere) {
        continue;
      }
    }
    return found;
  }

  private static String parameter(Method method, int index) {
    if (method == null) {
      return null;
    }
    for (Annotation annotation : method.getParameterAnnotations()[index]) {
      if (annotation instanceof QueryParam query) {
        return query.value();
      } else if (annotation instanceof PathParam path) {
        return path.value();
      } else if (annotation instanceof HeaderParam header) {
        return header.value();
      } else if (annotation instanceof CookieParam cookie) {
        return cookie.value();
      } else if (annotation instanceof FormParam form) {
        return form.value();
      }
    }
    return null;
  }
}
